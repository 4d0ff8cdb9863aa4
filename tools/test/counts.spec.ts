import { describe, expect, it } from '@jest/globals';
import { jestCounts, playwrightCounts } from './counts.mjs';

const jest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  numTotalTests: 3,
};
const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };

describe('counting tests', () => {
  it('counts what passed', () => {
    expect(jestCounts(jest)).toMatchObject({ passed: 3, failed: 0 });
    expect(playwrightCounts({ stats, errors: [] })).toMatchObject({ passed: 2, failed: 0 });
  });

  it('counts files that could not run, skipped and flaky tests as failed', () => {
    expect(jestCounts({ ...jest, numRuntimeErrorTestSuites: 1, numPendingTests: 1, numTodoTests: 1 }).failed).toBe(3);
    expect(playwrightCounts({ stats: { ...stats, flaky: 1, skipped: 1, unexpected: 1 }, errors: [] }).failed).toBe(3);
  });

  it('fails where no test ran', () => {
    expect(jestCounts({ ...jest, numPassedTests: 0, numTotalTests: 0 }).failed).toBe(1);
    expect(playwrightCounts({ stats: { ...stats, expected: 0 }, errors: [] }).failed).toBe(1);
  });
});
