import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {gzipSync} from 'node:zlib';
import {svelte} from '@sveltejs/vite-plugin-svelte';
import type {Plugin} from 'vite';
import {defineConfig} from 'vitest/config';

/** Hosts, besides its own, that the page may read published files from (`?data=URL`): none where nobody says so. */
const dataHosts = (process.env['RAPPORT_DATA_HOSTS'] ?? '')
  .split(/\s+/)
  .filter((host) => /^https?:\/\/[\w.:-]+$/.test(host));

/**
 * What the built page may do. Nothing of another origin; no inline script or style; WebAssembly but no `eval`; workers from
 * `blob:` only, since those alone inherit this policy. `src/engine/trusted.ts` makes the policy `default`, Svelte the other one.
 */
const policy = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `worker-src blob:`,
  [`connect-src 'self'`, ...dataHosts].join(' '),
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `object-src 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types svelte-trusted-html default`
].join('; ');

/** Puts the policy into the built page. Vite's own development page needs inline scripts and styles. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {tag: 'meta', attrs: {'http-equiv': 'Content-Security-Policy', content: policy}, injectTo: 'head-prepend'}
    ]
  };
}

/** `import url from 'file?gzip'`: the built file is gzipped, so that 34 MB of WebAssembly fit where 25 MiB are the limit. */
function gzipped(): Plugin {
  const suffix = '?gzip';
  /** in development: files as they are, by address, past Vite's own transforms */
  const served = new Map<string, string>();
  let build = false;
  return {
    name: 'gzipped',
    enforce: 'pre',
    configResolved({command}) {
      build = command === 'build';
    },
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => {
        const file = served.get(request.url ?? '');
        if (file) response.end(readFileSync(file));
        else next();
      });
    },
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return null;
      const file = await this.resolve(source.slice(0, -suffix.length), importer, {skipSelf: true});
      return file && `${file.id.split('?')[0]}${suffix}`;
    },
    load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -suffix.length);
      const name = basename(file);
      if (!build) {
        served.set(`/@gzipped/${name}`, file);
        return `export default '/@gzipped/${name}'`;
      }
      const asset = this.emitFile({
        type: 'asset',
        name: `${name}.gz`,
        source: gzipSync(readFileSync(file), {level: 9})
      });
      return `export default import.meta.ROLLUP_FILE_URL_${asset}`;
    }
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte(), gzipped(), contentSecurityPolicy()],
  build: {assetsInlineLimit: 0, modulePreload: {polyfill: false}},
  optimizeDeps: {exclude: ['@duckdb/duckdb-wasm']},
  resolve: process.env.VITEST ? {conditions: ['browser']} : {},
  test: {
    isolate: false,
    maxWorkers: '100%',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'sample-data/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
});
