import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import {defineConfig} from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import {walls} from './test/tools/walls.mjs';

const styleAttribute = {
  selector: 'SvelteAttribute[key.name="style"]',
  message: 'The policy of the page blocks style attributes: use a class or a style: directive.'
};

const typed = {
  files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
  languageOptions: {
    parserOptions: {
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
      extraFileExtensions: ['.svelte'],
      parser: ts.parser,
      svelteConfig
    }
  },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: false}],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    'no-undef': 'off'
  }
};

export default defineConfig(
  {ignores: ['node_modules/', 'dist/', 'bench-data/', 'test-results/', 'playwright-report/', 'test/files/']},
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: {globals: {...globals.browser, ...globals.node}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_$'}],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error'
    }
  },
  {
    files: ['test/**', 'sample-data/**', '**/*.test.ts', '*.config.{js,ts}'],
    rules: {'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off'}
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      // State is replaced, never changed in place, so that plain Map, Set and URL values serve.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'error'
    }
  },
  typed,
  walls([styleAttribute])
);
