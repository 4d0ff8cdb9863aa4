import Runtime from 'jest-runtime';

/** What a worker has loaded; docs/decisions/0125-modules-stay.md. */
const kept = { moduleRegistry: new Map(), esModuleRegistry: new Map(), internalModuleRegistry: new Map() };
const sourceMaps = new Map();

const isTest = (path) => /[.-](spec|test)\.tsx?$/.test(path);
/** The runner counts the cases of one file, and what tests import of it speaks to that file alone. */
const isOfOneFile = (key) => isTest(key) || key.startsWith('@jest/globals') || key.includes('/jest-circus/');

function forgetTheFile() {
  for (const registry of Object.values(kept))
    for (const key of registry.keys()) {
      if (!isOfOneFile(key)) continue;
      registry.delete(key);
      if (key.startsWith('@jest/globals') && !isTest(key))
        throw new Error(`${key.slice('@jest/globals/'.length)} imports @jest/globals: name it .test.ts`);
    }
}

/** Loads the product and its packages once in a worker, and each test file with what is named as a test for itself. */
export default class KeptRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { watch, watchAll } = given.at(-1);
    // What is watched has changed.
    if (watch || watchAll) for (const registry of Object.values(kept)) registry.clear();
    Object.assign(this.registries, kept);
    this.transformCache.sourceMaps = sourceMaps;
  }

  setMock() {
    throw new Error('What is loaded already cannot be replaced by a mock: pass what is to be another as a parameter.');
  }

  setModuleMock() {
    this.setMock();
  }

  /** What it has loaded stays, and may load more: it must not count as torn down. */
  teardown() {
    this.restoreAllMocks();
    forgetTheFile();
    this.fileCache.clear();
    this.transformCache.clear();
    this.jestGlobals.clearJestObjectCache();
    this.enterTestCode();
  }
}
