import { expect } from '@playwright/test';
import { runFaults } from './fault/run-faults.js';
import { test } from './support/journey.js';

test('learners lose nothing that was acknowledged, while the server is killed and the network fails', async () => {
  test.setTimeout(240_000);
  const report = await runFaults({
    ...{ seed: 20261124, sessions: 10, browsers: 0, pages: 14, atOnce: 10 },
    chromiumPath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    say: () => undefined,
  });
  expect(report.faults).toEqual([]);
  expect(report.completions).toBe(10);
  expect(report.acknowledged).toBeGreaterThan(80);
  expect(report.kept).toBeGreaterThanOrEqual(report.acknowledged);
});
