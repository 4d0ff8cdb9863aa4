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
  };
}

/** The same of Playwright's JSON. A test that passed only when tried again has failed. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors?.length ?? 0;
  const none = expected + unexpected + flaky + skipped === 0;
  const notes = none
    ? ['No test ran.']
    : skipped > 0
      ? [`${skipped} skipped: a test that is not run counts as failed.`]
      : [];
  return { passed: expected, failed: unexpected + flaky + skipped + errors + (none && errors === 0 ? 1 : 0), notes };
}
