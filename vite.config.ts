import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [svelte()],
  resolve: process.env.VITEST ? {conditions: ['browser']} : {},
  test: {
    isolate: false,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'sample-data/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30000
  }
});
