import '../ui/theme.css';
import {mount} from 'svelte';
import {AppError} from '../engine/errors';
import {analyses} from '../analyses/registry';
import App from './App.svelte';
import {OwnDefinitions} from './definitions.svelte';
import {handleOf, type Handle} from './handle';
import {publishedIn} from './published';
import {Route} from './route.svelte';
import {Session} from './session.svelte';
import {Theme} from './theme.svelte';
import {world} from './world';

declare global {
  var rapport: Handle;
}

const target = document.getElementById('app');
if (!target) throw new Error('no element to mount the app in');

const session = new Session(world);
const published = publishedIn(location.href);
let ondecide = (): void => undefined;
const decided = new Promise<void>((resolve) => (ondecide = resolve));
const definitions = new OwnDefinitions(import('../workspace/settings').then(({openSettings}) => openSettings()));
mount(App, {target, props: {session, route: new Route(), theme: new Theme(), definitions, published, ondecide}});
performance.mark('rapport:shell');
globalThis.rapport = handleOf(session, opened());
globalThis.rapport.ready.then(fetchTheRest).catch((error: unknown) => {
  if (!(error instanceof AppError)) throw error; // those are on the screen
});

/** What a visit begins with: the sample company; where the address asks for files, only once the person decided. */
async function opened(): Promise<void> {
  if (published.length === 0) return session.openFirst();
  await Promise.all([session.start(), decided]);
  if (!session.draft && !session.data) await session.openFirst();
}

/** The pages that were not needed yet, so that the network may go away. */
async function fetchTheRest(): Promise<void> {
  await Promise.all([
    import('./import/ImportScreen.svelte'),
    import('./import/DataPage.svelte'),
    import('./import/draft.svelte'),
    ...analyses.flatMap((analysis) => [analysis.view(), analysis.lesson()])
  ]);
}
