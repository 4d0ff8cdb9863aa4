import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { manifest12 } from '../fixtures/packages/manifests.js';
import { rawZip } from '../fixtures/packages/raw-zip.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const MB = 1024 * 1024;
/** Slow enough to see a file half-way, whatever the machine is busy with. */
const BYTES_A_SECOND = 6 * MB;

const demonstration = sharedDemonstration();
let author: string;
let folder: string;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-e2e-upload-'));
  const { stdout } = await demonstration().lms(['demo:accounts', '--json']);
  const accounts: { role: string; signInName: string }[] = JSON.parse(stdout);
  author = accounts.find(({ role }) => /author/i.test(role))?.signInName ?? '';
  if (!author) throw new Error('The demonstration has no author');
});
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

/** A package whose film does not pack; what the film is, is never looked at. */
function packageOf(title: string, megabytes: number): { file: string; name: string } {
  const film = randomBytes(megabytes * MB);
  const zip = rawZip([
    { name: 'imsmanifest.xml', data: manifest12({ title }) },
    { name: 'index.html', data: `<p>${title}</p>` },
    { name: 'film.mp4', data: film, method: 0 },
  ]);
  const name = `${title.toLowerCase().replaceAll(' ', '-')}.zip`;
  const file = path.join(folder, name);
  writeFileSync(file, zip);
  return { file, name };
}

/** A course of one's own, its draft open, and a line that carries no more than so much. */
async function openDraft(page: Page, code: string): Promise<void> {
  await page.goto(`${demonstration().url}/courses/new`);
  await signIn(page, author);
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Title').fill(`Uploads ${code}`);
  await page.getByRole('button', { name: 'Create the course' }).click();
  await expect(page.getByRole('heading', { name: `Uploads ${code}`, level: 1 })).toBeVisible();
  await slow(page);
}
async function slow(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: BYTES_A_SECOND,
  });
}
const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Files on their way' }).locator('li', { hasText: name });
const bar = (page: Page, name: string) => page.getByRole('progressbar', { name: `How far ${name} is` });
async function percentOf(page: Page, name: string): Promise<number> {
  return Number(
    await bar(page, name)
      .getAttribute('aria-valuenow', { timeout: 1000 })
      .catch(() => '-1'),
  );
}
const reaches = (page: Page, name: string, percent: number) =>
  expect.poll(() => percentOf(page, name), { timeout: 60_000 }).toBeGreaterThanOrEqual(percent);
const chooser = (page: Page) => page.locator('input[type=file][multiple]').first();

/** Where the pieces that the page sends begin. */
function offsetsOf(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  return offsets;
}

for (const [width, height] of [
  [1280, 900],
  [360, 780],
] as const) {
  test(`a file goes on where it stopped, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('upload', width);
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    await openDraft(page, `UP${width}`);
    const { file, name } = packageOf(`Large course ${width}`, 60);
    const offsets = offsetsOf(page);

    await test.step('paused by its author', async () => {
      await chooser(page).setInputFiles(file);
      await reaches(page, name, 5);
      await row(page, name).getByRole('button', { name: 'Pause' }).click();
      await expect(row(page, name)).toContainText('Paused');
      await tour.look(page, 'paused');
      await row(page, name).getByRole('button', { name: 'Go on' }).click();
      await reaches(page, name, 10);
    });

    await test.step('without a signal for a while, and after the API was killed', async () => {
      const [before, killed] = [await percentOf(page, name), demonstration().pids.api];
      await context.setOffline(true);
      // What is under way survives that; a connection that breaks does not.
      demonstration().killApi();
      await expect(row(page, name)).toContainText('No signal');
      await tour.look(page, 'no-signal');
      await expect.poll(() => demonstration().pids.api, { timeout: 30_000 }).not.toBe(killed);
      await context.setOffline(false);
      // It is there again once it answers; what was told of before the signal went may have come after that.
      const there = () =>
        page.evaluate(() =>
          fetch('/').then(
            ({ ok }) => ok,
            () => false,
          ),
        );
      await expect.poll(there, { timeout: 30_000 }).toBe(true);
      await reaches(page, name, before + 5);
    });

    await test.step('after the page was loaded again and the file chosen once more', async () => {
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await expect(row(page, name)).toContainText('choose the file again to go on from there');
      await tour.look(page, 'loaded-again');
      offsets.length = 0;
      await slow(page);
      await row(page, name).locator('input[type=file]').setInputFiles(file);
      await expect.poll(() => offsets.length, { timeout: 20_000 }).toBeGreaterThan(0);
      // Not from the beginning: a part of what had been sent was there.
      expect(offsets[0]).toBeGreaterThan(3 * MB);
    });

    await test.step('and is whole', async () => {
      await expect(page.getByRole('button', { name: `Remove Large course ${width}` })).toBeVisible({ timeout: 90_000 });
      await expect(page.getByRole('list', { name: 'Files on their way' })).toHaveCount(0);
      // Every file of a package is checked against its sum when it is unpacked: a byte in the wrong place is refused.
    });
    await context.close();
  });
}

test('a file that is stopped is forgotten on both sides', async ({ page }) => {
  await openDraft(page, 'STOP');
  const { file, name } = packageOf('Stopped course', 60);
  const places: string[] = [];
  page.on('response', (response) => {
    const place = response.headers()['location'];
    if (response.request().method() === 'POST' && place) places.push(place);
  });
  await chooser(page).setInputFiles(file);
  await reaches(page, name, 3);
  await row(page, name)
    .getByRole('button', { name: `Stop for ${name}` })
    .click();
  await expect(page.getByRole('list', { name: 'Files on their way' })).toHaveCount(0);
  const statusOf = () =>
    page.evaluate(
      async (place) => (await fetch(place, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status,
      places[0] ?? '/',
    );
  await expect.poll(statusOf, { timeout: 20_000 }).toBe(404);
});
