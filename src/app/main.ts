import '../ui/theme.css';
import {mount} from 'svelte';
import {AppError} from '../engine/errors';
import App from './App.svelte';
import {handleOf, type Handle} from './handle';
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
mount(App, {target, props: {session, route: new Route(), theme: new Theme()}});
performance.mark('rapport:shell');
globalThis.rapport = handleOf(session, session.openFirst());
globalThis.rapport.ready.catch((error: unknown) => {
  if (!(error instanceof AppError)) throw error; // those are on the screen
});
