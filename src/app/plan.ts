import {applyMapping, checkRecipe, overridesOf, type PersonsMapping} from '../ingest/mapping/apply';
import {guess} from '../ingest/guess/guess';
import {inspect} from '../ingest/look/inspect';
import type {Recipe, Source} from '../ingest/types';

/** How files are going to be read: guessed, with what a script says in its place; added to what is loaded, they need no purchases. @throws {AppError} */
export async function planOf(sources: readonly Source[], mapping?: PersonsMapping, loaded?: Recipe): Promise<Recipe> {
  const inspections = await Promise.all(sources.map((source) => inspect(source, overridesOf(mapping, source.name))));
  const recipe = applyMapping(guess(inspections), inspections, mapping);
  const [problem] = checkRecipe({...recipe, files: [...(loaded?.files ?? []), ...recipe.files]});
  if (problem) throw problem;
  return recipe;
}
