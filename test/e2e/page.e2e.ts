import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { HOSTILE_HTML } from '../fixtures/hostile-html.js';
import { png } from '../fixtures/pictures.js';
import { Author } from './support/author.js';
import { callApi } from './support/browser-api.js';
import { test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const AUTHOR = 'helen.marsh@alliance.example';
const PASSWORD = 'cones before the lane';
const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
] as const;

let instance: Instance;
let folder: string;

test.describe.configure({ timeout: 240_000 });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: false });
  const made = await instance.lms(['admin:create', '--email', AUTHOR, '--given', 'Helen', '--family', 'Marsh']);
  const page = await (await browser.newContext()).newPage();
  await page.goto(/http:\/\/\S+\/link#[\w-]+/.exec(made.stdout)?.[0] ?? '');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByRole('heading', { name: /^Good (morning|afternoon|evening)/ })).toBeVisible();
  await page.context().close();
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-e2e-page-'));
});
test.afterAll(async () => {
  await instance?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A picture on the author's machine, of a colour that no other has: the same bytes would be the same file. */
function picture(name: string, wide: number, high: number, shade: number): string {
  const file = path.join(folder, `${name}.png`);
  writeFileSync(file, png(wide, high, [shade % 256, 120, 40]));
  return file;
}

async function signedIn(browser: Browser, width: number, height: number): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London' })
  ).newPage();
  await page.goto(instance.url);
  await signIn(page, AUTHOR, PASSWORD);
  return page;
}

interface Course {
  courseId: string;
  draft: string;
}
async function course(page: Page, title: string): Promise<Course> {
  const body = { code: title.slice(0, 20), title, selfEnrolment: true };
  const { id } = await callApi<{ id: string }>(page, 'POST', '/courses', body);
  const { versions } = await callApi<{ versions: { id: string }[] }>(page, 'GET', `/courses/${id}`);
  return { courseId: id, draft: versions[0]?.id ?? '' };
}
const activity = (page: Page, { draft }: Course, title: string, settings: object) =>
  callApi<{ id: string }>(page, 'POST', `/course-versions/${draft}/activities`, { kind: 'settings', title, settings });
async function publishAndEnrol(page: Page, { courseId, draft }: Course): Promise<void> {
  await callApi(page, 'POST', `/course-versions/${draft}/publish`);
  await callApi(page, 'PUT', `/catalogue/${courseId}/enrolment`);
}

for (const { width, height } of WIDTHS) {
  test(`a page is written at ${width} px and read on a phone`, async ({ browser }) => {
    const tour = new Tour('page', width);
    const name = `closed-lane-${width}`;
    const author = await signedIn(browser, width, height);
    const made = await course(author, `Closures ${width}`);
    await activity(author, made, 'Where to stand', { kind: 'page', html: '' });
    await activity(author, made, 'The guidance', {
      kind: 'link',
      url: '',
      statement: 'I have read the guidance and will act by it.',
    });
    await author.goto(`${instance.url}/courses/${made.courseId}/manage`);

    await test.step('the author writes it', async () => {
      await author.getByRole('button', { name: /^Edit.*Where to stand/ }).click();
      const text = author.getByRole('textbox', { name: 'Text of the page' });
      await text.click();
      await author.getByRole('combobox', { name: 'Style' }).selectOption('Heading');
      await author.keyboard.type('Before the first cone');
      await author.keyboard.press('Enter');
      await author.keyboard.type('Nobody stands in the safety zone. ');
      await author.getByRole('button', { name: 'Bold' }).click();
      await author.keyboard.type('Nobody.');
      await author.keyboard.press('Enter');
      await tour.look(author, 'written');
    });

    await test.step('with a picture of their own, which has to be described', async () => {
      await author.getByRole('button', { name: 'Insert' }).click();
      await author.getByRole('menuitem', { name: 'Picture' }).click();
      const picker = author.getByRole('dialog', { name: 'Choose a picture' });
      await expect(picker).toBeVisible();
      await tour.look(author, 'library-picker');
      await picker.locator('input[type=file]').setInputFiles(picture(name, 900, 500, width));
      await expect(picker).toHaveCount(0, { timeout: 20_000 });
      await expect(author.getByText('Describe the picture, or mark it as decorative.')).toBeVisible();
      await author.getByLabel('What it shows, in words').fill('A closed lane with the safety zone marked');
      await expect.poll(() => widthOf(author, 'A closed lane with the safety zone marked')).toBeGreaterThan(0);
    });

    await test.step('a table and a warning', async () => {
      const text = author.getByRole('textbox', { name: 'Text of the page' });
      await text.getByText('Nobody stands').click();
      await author.keyboard.press('End');
      await author.getByRole('button', { name: 'Insert' }).click();
      await author.getByRole('menuitem', { name: 'Table' }).click();
      for (const cell of ['Zone', 'How long on a motorway at night', 'Who may be there']) {
        await author.keyboard.type(cell);
        await author.keyboard.press('Tab');
      }
      await author.keyboard.type('Safety');
      await expect(author.getByRole('group', { name: 'Table' })).toBeVisible();
      await text.getByText('Nobody stands').click();
      await author.getByRole('button', { name: 'Insert' }).click();
      await author.getByRole('menuitem', { name: 'Warning' }).click();
      await author.keyboard.type('A vehicle leaves you three seconds.');
      await expect(author.locator('[data-state=saved]')).toBeVisible();
      await tour.look(author, 'with-picture-and-table');
    });

    await test.step('what is typed and not saved survives a closed tab', async () => {
      await author.route('**/api/v1/activities/*', (route) => route.abort());
      await author.getByRole('textbox', { name: 'Text of the page' }).getByText('Nobody stands').click();
      await author.keyboard.type('Remember: ');
      await expect(author.getByText('Not saved. Kept on this device.')).toBeVisible();
      const again = await author.context().newPage();
      await author.close({ runBeforeUnload: false });
      await again.goto(`${instance.url}/courses/${made.courseId}/manage`);
      await again.getByRole('button', { name: /^Edit.*Where to stand/ }).click();
      // A closing tab tries once more: either that save got through, or the device offers what it kept.
      const goOn = again.getByRole('button', { name: 'Go on with that text' });
      const typed = again.getByRole('textbox', { name: 'Text of the page' }).getByText('Remember: ');
      await expect(goOn.or(typed).first()).toBeVisible();
      if (await goOn.isVisible()) await goOn.click();
      await expect(typed).toBeVisible();
      await expect(again.locator('[data-state=saved]')).toBeVisible();
      await again.getByRole('button', { name: /^Done.*Where to stand/ }).click();
      await again.getByRole('button', { name: /^Edit.*The guidance/ }).click();
      await again.getByLabel('Address of the page').fill('guidance.example/cones');
      await again.getByLabel('What people confirm').click();
      await expect(again.getByRole('link', { name: /Look at guidance\.example/ })).toBeVisible();
      await tour.look(again, 'link-panel');
      await publishAndEnrol(again, made);
      await again.context().close();
    });

    const phone = await signedIn(browser, 360, 780);
    await test.step('somebody reads it on a phone', async () => {
      await phone.goto(`${instance.url}/courses/${made.courseId}`);
      await expect(phone.getByRole('heading', { name: 'Before the first cone' })).toBeVisible();
      await expect.poll(() => widthOf(phone, 'A closed lane with the safety zone marked')).toBe(900);
      await expect(phone.getByRole('note')).toContainText('A vehicle leaves you three seconds.');
      await expect(phone.getByRole('columnheader', { name: 'Zone' })).toHaveAttribute('scope', 'col');
      const table = phone.getByRole('region', { name: 'Table' });
      expect(await table.evaluate((frame) => frame.scrollWidth > frame.clientWidth)).toBe(true);
      await tour.look(phone, 'read-on-a-phone');
      await phone.getByRole('button', { name: 'I have read this page' }).click();
      await expect(phone.getByText('This stop is done.')).toBeVisible();
      await phone.context().setOffline(true);
      await phone.getByRole('link', { name: 'Next: The guidance' }).click();
      await expect(phone.getByText('There is no signal.')).toBeVisible();
      await phone.context().setOffline(false);
    });

    await test.step('and confirms what stands elsewhere', async () => {
      await phone.context().route('https://guidance.example/**', (route) => route.fulfill({ body: 'Guidance' }));
      await expect(phone.getByRole('heading', { name: 'The guidance', level: 2 })).toBeVisible();
      await tour.look(phone, 'link');
      const opened = phone.context().waitForEvent('page');
      await phone.getByRole('link', { name: /guidance\.example/ }).click();
      const elsewhere = await opened;
      await elsewhere.waitForURL('https://guidance.example/cones');
      expect(await elsewhere.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
      await elsewhere.close();
      await phone.getByRole('button', { name: 'I confirm this' }).click();
      await expect(phone.getByText('Course complete. It is on your record.')).toBeVisible();
      await tour.look(phone, 'link-done');
      await phone.context().close();
    });

    await test.step('the picture stands in the library, and is replaced once', async () => {
      const desk = await signedIn(browser, width, height);
      await desk.goto(`${instance.url}/resources`);
      await expect(desk.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
      await expect
        .poll(() =>
          desk
            .locator('li img')
            .first()
            .evaluate((i: HTMLImageElement) => i.naturalWidth),
        )
        .toBeGreaterThan(0);
      await tour.look(desk, 'library');
      await desk.getByRole('link', { name }).click();
      await expect(desk.getByRole('link', { name: `Closures ${width}` }).first()).toBeVisible();
      await tour.look(desk, 'library-file');
      await desk.getByRole('button', { name: 'Replace the file' }).click();
      const other = picture(`other-${width}`, 700, 400, width);
      const dialog = desk.getByRole('dialog');
      await dialog.locator('input[type=file]').setInputFiles(other);
      await expect(dialog.getByText(/is ready\. This is what happens/)).toBeVisible({ timeout: 20_000 });
      await dialog.getByLabel(/go on: voluntary courses/).check();
      await tour.look(desk, 'replace');
      await dialog.getByRole('button', { name: 'Replace everywhere' }).click();
      await expect(dialog.getByText('A new version is published.').first()).toBeVisible();
      await tour.look(desk, 'replaced');
      await desk.context().close();
    });
  });
}

test('words longer than a phone is wide are broken, wherever an author writes them', async ({ browser }) => {
  const long = 'Verkehrssicherungspflichtverletzungsuntersuchungsverfahren';
  const tour = new Tour('page-long-words', 360);
  const phone = await signedIn(browser, 360, 780);
  const made = await course(phone, `${long} and what follows`);
  const page = await activity(phone, made, long, { kind: 'page', html: `<h2>${long}</h2><p>${'x'.repeat(120)}</p>` });
  const settings = { kind: 'link', url: `https://guidance.example/${'p'.repeat(120)}`, statement: `I know ${long}.` };
  const link = await activity(phone, made, `${long}, elsewhere`, settings);
  const places: [string, string][] = [
    [`/courses/${made.courseId}/manage`, 'manage'],
    [`/catalogue/${made.courseId}`, 'catalogue'],
    [`/courses/${made.courseId}/activities/${page.id}`, 'page'],
    [`/courses/${made.courseId}/activities/${link.id}`, 'link'],
  ];
  await publishAndEnrol(phone, made);
  for (const [address, name] of places) {
    await phone.goto(instance.url + address);
    await expect(phone.getByRole('heading', { name: new RegExp(long) }).first()).toBeVisible();
    await tour.look(phone, name);
  }
  await phone.context().close();
});

test('hostile markup stays dead, whichever way it comes', async ({ browser }) => {
  const page = await signedIn(browser, 1280, 900);
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (/evil\.example/.test(request.url())) alarms.push(request.url());
  });
  const made = await course(page, 'Hostile');
  // With a file that is there, so that the page can be kept.
  const known = await pictureInLibrary(page);
  const hostile = HOSTILE_HTML.map((html) => html.replaceAll('01900000-0000-7000-8000-000000000001', known));
  const { id } = await activity(page, made, 'Hostile', {
    kind: 'page',
    html: `<p>Before</p>${hostile.join('\n')}<p>After</p>`,
  });
  await publishAndEnrol(page, made);
  await page.goto(`${instance.url}/courses/${made.courseId}`);
  await expect(page.getByText('Before', { exact: true })).toBeVisible();
  await page.locator('article').hover();
  expect(alarms).toEqual([]);

  await test.step('even when the API sends it as it came in', async () => {
    const opened = await callApi<{ settings: object }>(page, 'POST', `/my/activities/${id}/open`);
    // A few at a time: each is looked at by itself where pages are shown in a test of their own.
    for (let first = 0; first < hostile.length; first += 4) {
      const html = `<p>Before</p>${hostile.slice(first, first + 4).join('')}`;
      const json = { ...opened, settings: { kind: 'page', html } };
      await page.route('**/my/activities/*/open', (route) => route.fulfill({ json }));
      await page.reload();
      await expect(page.getByText('Before', { exact: true })).toBeVisible();
      await page.unroute('**/my/activities/*/open');
    }
    expect(alarms).toEqual([]);
  });
});

/** The id of a picture that stands in the library. */
async function pictureInLibrary(page: Page): Promise<string> {
  const bytes = png(300, 200, [200, 10, 10]);
  const uploadId = await new Author(page).upload({ kind: 'image', name: 'cone.png', bytes });
  return (await callApi<{ id: string }>(page, 'POST', '/resources', { uploadId })).id;
}

/** Of a picture, in its own pixels; 0 until it has loaded. */
const widthOf = (page: Page, alt: string): Promise<number> =>
  page.getByRole('img', { name: alt }).evaluate((image: HTMLImageElement) => image.naturalWidth);
