import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';

/** The components on one page, built as the app is, for the browser tests of the components. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte()],
  build: {outDir: process.env.GALLERY ?? '../../dist-gallery', emptyOutDir: true}
});
