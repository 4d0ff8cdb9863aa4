import { stripVTControlCharacters } from 'node:util';

/** What jest's JSON says: tests that passed and failed. A file that could not run and a test that was skipped have failed. */
export function jestCounts(report) {
  const skipped = report.numPendingTests + report.numTodoTests;
  const notes = [];
  if (skipped > 0) notes.push(`${skipped} skipped: a test that is not run counts as failed.`);
  if (report.numTotalTests === 0) notes.push('No test ran.');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites + skipped + (report.numTotalTests === 0 ? 1 : 0),
    notes,
    named: (report.testResults ?? []).flatMap(failedInFile),
  };
}

/** The failed tests of one file in jest's JSON, or the file itself where it could not run. */
function failedInFile({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [{ test: name, why: firstLine(message) }];
  return failed.map((one) => ({ test: `${name}: ${one.fullName}`, why: firstLine(one.failureMessages[0]) }));
}

/**
 * The same of Playwright's JSON. A journey that passed only when it was tried again has passed, and is named: a machine that
 * does much at once is no fault of the product, but what happens twice is.
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors?.length ?? 0;
  const none = expected + unexpected + flaky + skipped === 0;
  const notes = none
    ? ['No test ran.']
    : skipped > 0
      ? [`${skipped} skipped: a test that is not run counts as failed.`]
      : [];
  const named = (report.suites ?? []).flatMap((suite) => failedInSuite(suite, []));
  return {
    passed: expected + flaky,
    failed: unexpected + skipped + errors + (none && errors === 0 ? 1 : 0),
    notes,
    named: named.filter(({ again }) => !again),
    again: named.filter(({ again }) => again),
  };
}

/** Every journey of a suite, and of the suites in it, that failed at least once. */
function failedInSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title].filter(Boolean);
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => ({
        test: [...path, spec.title].join(' › '),
        why: firstLine(results.find(({ error }) => error)?.error.message),
        again: status === 'flaky',
      })),
  );
  return [...own, ...suites.flatMap((suite) => failedInSuite(suite, path))];
}

/** The first line of a message that says anything. */
const firstLine = (text = '') =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .find(Boolean) ?? '';
