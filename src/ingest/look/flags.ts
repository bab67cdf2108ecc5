/** What says yes, what says no, in the languages of the interface, in small letters. */
const yes = words(
  'yes y true t ja j oui o vrai v sí si s verdadero sim verdadeiro sì vero da д да истина sant sann tak prawda waar wahr resnično on x ✓ ✔ ☑ 1'
);
const no = words(
  'no n false f nein nee non faux nej não nao falso ne н нет ложь falskt falsk neresnično nie fałsz onwaar falsch off ☐ ✗ ✘ 0'
);

/** Marks that say yes where nothing says no. */
const marks = words('x ✓ ✔ ☑ yes y ja j oui sí si sim sì da да tak true');

/** The words of a column that says only yes or no, as the file spells them; null where it says anything else. */
export function flagOf(cells: readonly string[]): {yes: string; no: string} | null {
  const spelled = new Map<string, string>();
  let blank = 0;
  for (const cell of cells) {
    const text = cell.trim();
    const small = text.toLowerCase();
    if (text === '') blank++;
    else if (!spelled.has(small)) spelled.set(small, text);
    if (spelled.size > 2 || text.length > 12) return null;
  }
  const found = [...spelled];
  const [one, other] = found;
  if (!one) return null;
  if (!other) return blank > 0 && marks.has(one[0]) ? {yes: one[1], no: ''} : null;
  const said = found.find(([small]) => yes.has(small) && !no.has(small));
  const denied = found.find(([small]) => no.has(small) && !yes.has(small));
  return said && denied ? {yes: said[1], no: denied[1]} : null;
}

function words(all: string): ReadonlySet<string> {
  return new Set(all.split(' '));
}
