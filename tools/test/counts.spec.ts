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

  it('counts files that could not run and skipped tests as failed', () => {
    expect(jestCounts({ ...jest, numRuntimeErrorTestSuites: 1, numPendingTests: 1, numTodoTests: 1 }).failed).toBe(3);
    expect(playwrightCounts({ stats: { ...stats, skipped: 1, unexpected: 1 }, errors: [] }).failed).toBe(2);
  });

  it('names what failed and what passed only when tried again, with the first line of why', () => {
    const spec = (title: string, status: string, message: string) => ({
      title,
      tests: [{ status, results: [{ error: { message } }, {}] }],
    });
    const suites = [
      {
        title: 'path.e2e.ts',
        suites: [
          {
            title: 'at 360 px',
            specs: [spec('draws', 'flaky', '\u001b[31mslow\u001b[0m\nmore'), spec('ends', 'expected', '')],
          },
        ],
        specs: [spec('begins', 'unexpected', 'gone')],
      },
    ];
    const counts = playwrightCounts({ stats: { ...stats, flaky: 1, unexpected: 1 }, errors: [], suites });
    expect(counts).toMatchObject({ passed: 3, failed: 1 });
    expect(counts.named).toEqual([{ test: 'path.e2e.ts › begins', why: 'gone', again: false }]);
    expect(counts.again).toEqual([{ test: 'path.e2e.ts › at 360 px › draws', why: 'slow', again: true }]);

    const testResults = [
      { name: 'a.spec.ts', status: 'failed', message: 'no module\n', assertionResults: [] },
      {
        name: 'b.spec.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'failed', fullName: 'adds', failureMessages: ['Error: 3'] },
          { status: 'passed', fullName: 'takes', failureMessages: [] },
        ],
      },
    ];
    expect(jestCounts({ ...jest, numFailedTests: 1, testResults }).named).toEqual([
      { test: 'a.spec.ts', why: 'no module' },
      { test: 'b.spec.ts: adds', why: 'Error: 3' },
    ]);
  });

  it('fails where no test ran', () => {
    expect(jestCounts({ ...jest, numPassedTests: 0, numTotalTests: 0 }).failed).toBe(1);
    expect(playwrightCounts({ stats: { ...stats, expected: 0 }, errors: [] }).failed).toBe(1);
  });
});
