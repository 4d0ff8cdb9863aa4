import { defineConfig } from '@playwright/test';

const json = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'test-results/report.json';

/** A run that only counts takes neither traces nor pictures, and tries again what did not pass; one that is looked at shows all at once. */
const counted = process.env['WAYMARK_JOURNEYS'] === 'counted';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/browser',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: counted ? 1 : 0,
  timeout: 120_000,
  // A machine that does much else at once is slow, not wrong: what comes is waited for, and goes on at once then.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: json }]],
  use: {
    headless: true,
    locale: 'en-GB',
    // Nothing has to be waited for that only moves.
    ...(counted && { contextOptions: { reducedMotion: 'reduce' as const } }),
    timezoneId: 'Europe/London',
    actionTimeout: 20_000,
    trace: counted ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
