import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import i18next from 'eslint-plugin-i18next';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { constraints } from './tools/lint/boundaries.mjs';
import waymark from './tools/lint/rules.mjs';

const tests = ['**/*.{spec,int-spec,http-spec,test}.{ts,tsx}', 'test/**/*.ts'];
const typed = ['libs/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'];

const boundaries = (isTest) => [
  'error',
  {
    allow: isTest ? ['test/fixtures/', 'test/http/'] : [],
    allowCircularSelfDependency: isTest,
    banTransitiveDependencies: false,
    checkDynamicDependenciesExceptions: [],
    enforceBuildableLibDependency: false,
    // The testing library knows what it makes; the tests of what it makes use it.
    ignoredCircularDependencies: [['@lms/testing', '*']],
    depConstraints: constraints({ tests: isTest }),
  },
];

const impure = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Date.now()'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date()'],
  ['CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'Math.random()'],
];

const translated = 'Every text the interface shows comes from the translations: use t(…)';
const letters = '[value=/\\p{L}/u]';
const spokenAttribute = 'JSXAttribute[name.name=/^(aria-label|title|label|placeholder|description|alt)$/]';
const spoken = [
  `${spokenAttribute} > Literal${letters}`,
  `${spokenAttribute} > JSXExpressionContainer > Literal${letters}`,
  `JSXElement > JSXExpressionContainer > Literal${letters}`,
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.nx/',
      '.cache/',
      '.data/',
      'test-results/',
      'coverage/',
      '**/assets/',
      'test/fixtures/**/*.js',
      'docs/',
    ],
  },
  // Exceptions stand here, where they can be argued with, and never beside the code.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    plugins: { waymark },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'waymark/no-cycles': 'error',
      'waymark/no-barrels': 'error',
    },
  },
  {
    files: typed,
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.server.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: typed,
    ignores: tests,
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(false) },
  },
  {
    files: tests,
    ignores: ['test/**'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(true) },
  },
  // Generators over fixed tables, and tests, know what is there.
  { files: [...tests, 'libs/{demo,testing}/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['libs/**/*.ts', 'apps/**/*.ts'], plugins: { waymark }, rules: { 'waymark/no-foreign-entities': 'error' } },
  {
    files: ['libs/api/**/*.ts'],
    ignores: [
      'libs/api/platform/src/{jobs,clock}/**',
      'libs/api/identity/src/sessions/**',
      '**/migrations/**',
      ...tests,
    ],
    plugins: { waymark },
    rules: { 'waymark/no-sql-clock': 'error' },
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...impure.map(([selector, name]) => ({
          selector,
          message: `The domain takes the day, the moment and chance as parameters: no ${name} here.`,
        })),
      ],
    },
  },
  {
    files: ['libs/web/**/*.{ts,tsx}', 'apps/{web,content-frame}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['libs/web/**/*.tsx', 'apps/web/**/*.tsx'],
    ignores: tests,
    plugins: { i18next },
    rules: {
      'i18next/no-literal-string': ['error', { mode: 'jsx-text-only', message: translated }],
      'no-restricted-syntax': ['error', ...spoken.map((selector) => ({ selector, message: translated }))],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
    plugins: { waymark },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'waymark/no-cycles': 'error',
    },
  },
  prettier,
);
