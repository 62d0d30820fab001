import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NONDETERMINISTIC = 'the same input must give the same bytes, whatever the machine and the hour';
const byCodeUnit = `use byCodeUnit of the model: ${NONDETERMINISTIC}`;

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'fixtures/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // With noUncheckedIndexedAccess, `!` says "in bounds" over and over in code on column arrays.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Sets of single characters are spelled as strings.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    name: 'determinism and the edges of the process',
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: NONDETERMINISTIC }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: NONDETERMINISTIC },
        { property: 'localeCompare', message: byCodeUnit },
        { property: 'toLocaleLowerCase', message: NONDETERMINISTIC },
        { property: 'toLocaleUpperCase', message: NONDETERMINISTIC },
        { property: 'toLocaleString', message: NONDETERMINISTIC },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    name: 'only the command line touches the process',
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: NONDETERMINISTIC },
        { name: 'process', message: 'pass in what is needed; only src/cli touches the process' },
        { name: 'console', message: 'return what is to be said; only src/cli prints' },
      ],
      'no-restricted-imports': [
        'error',
        { name: 'node:process', message: 'pass in what is needed; only src/cli touches the process' },
      ],
    },
  },
  {
    name: 'tests and tools',
    files: ['test/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        require: 'readonly',
        module: 'writable',
        exports: 'writable',
      },
    },
  },
);
