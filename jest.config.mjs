const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const shared = {
  rootDir: import.meta.dirname,
  // Stays when what tests write is thrown away.
  cacheDirectory: '<rootDir>/.cache/jest',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test', '<rootDir>/tools'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '\\.(css|woff2)$': '<rootDir>/tools/jest/empty.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['/dist/', '/test/e2e/'],
};
const node = {
  ...shared,
  testEnvironment: '<rootDir>/tools/jest/kept-environment.mjs',
  runtime: '<rootDir>/tools/jest/kept-runtime.mjs',
};
const withNest = { ...node, setupFiles: ['<rootDir>/tools/jest/nest-first.mjs'] };
const database = { ...withNest, globalSetup: '<rootDir>/tools/jest/database.mjs' };

export default {
  // A machine that does much else at once is slow, not wrong.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tools/jest/sequencer.mjs',
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['**/libs/{domain,contracts,demo}/**/*.spec.ts', '**/tools/**/*.spec.ts'],
    },
    { ...withNest, displayName: 'api', testMatch: ['**/libs/{api,testing}/**/*.spec.ts', '**/apps/api/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: '<rootDir>/tools/jest/browser-environment.mjs',
      testEnvironmentOptions: { customExportConditions: ['browser'] },
      setupFilesAfterEnv: ['<rootDir>/tools/jest/browser.ts'],
      // Its package names the browser's half only in a way that bundlers know.
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '^tus-js-client$': '<rootDir>/node_modules/tus-js-client/lib.es5/browser/index.js',
      },
      testMatch: ['**/libs/web/**/*.spec.{ts,tsx}', '**/apps/{web,content-frame}/**/*.spec.{ts,tsx}'],
    },
    { ...database, displayName: 'int', testMatch: ['**/*.int-spec.ts'] },
    { ...database, displayName: 'http', testMatch: ['**/*.http-spec.ts'] },
  ],
};
