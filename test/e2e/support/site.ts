import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {serve} from '../../tools/serve.mjs';
import {watchPort, type Watch} from './canary';

export interface SiteOptions {
  /** the path under which the app is served, from `/` to `/` */
  base: string;
}

/** The built app on a port of its own, and everything that asked something of this machine while it was tested. */
export interface Site {
  /** ends in `/` */
  url: string;
  /** the targets of all requests to the app's own origin, in order */
  requests: string[];
  /** another origin on loopback: whatever reaches it left the app */
  canary: Watch;
  /** where every other host name leads to, extension hosts among them: whatever reaches it left the app */
  elsewhere: Watch;
  close(): Promise<void>;
}

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

/** @throws where the app isn't built */
export async function openSite({base}: SiteOptions): Promise<Site> {
  if (!existsSync(`${dist}/index.html`)) throw new Error('no app to test: run "npm run build" first');
  const requests: string[] = [];
  const [app, canary, elsewhere] = await Promise.all([
    serve({root: dist, base, port: 0, onrequest: ({url = ''}) => requests.push(url)}),
    watchPort(),
    watchPort()
  ]);
  return {
    url: app.url,
    requests,
    canary,
    elsewhere,
    async close() {
      await Promise.all([app.close(), canary.close(), elsewhere.close()]);
    }
  };
}

/**
 * What makes Chromium take every host but loopback for `elsewhere`. The hosts that Chromium itself calls at its start
 * lead nowhere.
 */
export function hostRules({elsewhere}: Site): string {
  const own = ['*.google.com', '*.googleapis.com', '*.gvt1.com'].map((host) => `MAP ${host} ~NOTFOUND`);
  const rest = [`MAP * 127.0.0.1:${elsewhere.port}`, 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return `--host-resolver-rules=${[...own, ...rest].join(', ')}`;
}
