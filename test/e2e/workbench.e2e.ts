import { readFile } from 'node:fs/promises';
import { type Browser, type Download, expect, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { AUTHOR as ADVISER, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { test } from './support/journey.js';
import { largeCrew, WRONG_DAY } from './support/large-crew.js';
import { linkIn, type MailServer, startMailServer } from './support/mail-server.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const PASSWORD = 'cones before the lane';

let mail: MailServer;
let instance: Instance;

test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  mail = await startMailServer();
  instance = await startInstance({
    demo: true,
    env: { SMTP_URL: mail.url, MAIL_FROM: 'Waymark <waymark@alliance.example>' },
  });
});
test.afterAll(async () => {
  await instance?.stop();
  await mail?.stop();
});

for (const place of WIDTHS) {
  const { width, height, code } = place;
  const open = openingAt(() => instance, place);
  const somebody = async (browser: Browser, address: string): Promise<Page> => {
    const context = { viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London' };
    const page = await (await browser.newContext(context)).newPage();
    await page.goto(address);
    return page;
  };
  // Names that are not alike: else it is asked which one is meant.
  const supplier = code === 'DESK' ? 'Harrow Gate Barriers' : 'Skelwith Signals';
  const coordinator = `ines.${code.toLowerCase()}@harrowgate.example`;

  test(`a supplier is invited, brings its crew in, and somebody without a mailbox learns, at ${width} px`, async ({
    browser,
  }) => {
    const tour = new Tour('workbench', width);
    const desk = await open(browser, ADVISER, '/organisations');

    await test.step('the organisation and its coordinator are invited in one go', async () => {
      await desk.getByRole('link', { name: 'Invite a supplier' }).click();
      await desk.getByLabel('Name', { exact: true }).fill(supplier);
      await desk.getByLabel('Given name').fill('Ines');
      await desk.getByLabel('Family name').fill(`Quarrell ${code}`);
      await desk.getByLabel('Work e-mail').fill(coordinator);
      await desk.getByLabel('Job role').fill('Training coordinator');
      await tour.look(desk, 'invite');
      await desk.getByRole('button', { name: 'See what will happen' }).click();
      await expect(desk.getByText(`${supplier} becomes a tier 1 supplier.`)).toBeVisible();
      await tour.look(desk, 'what-will-happen');
      await desk.getByRole('button', { name: 'Invite them' }).click();
      await expect(desk.getByText(`The invitation is on its way to ${coordinator}.`)).toBeVisible();
      await tour.look(desk, 'invited');
    });

    const theirs = await somebody(browser, linkIn(await mail.mailTo(coordinator)));
    await test.step('the coordinator comes in to a place of their own', async () => {
      await theirs.getByLabel('New password').fill(PASSWORD);
      await theirs.getByRole('button', { name: 'Save and sign in' }).click();
      await theirs.getByRole('button', { name: 'I have read this' }).click();
      await theirs.goto(`${instance.url}/crew`);
      await expect(theirs.getByRole('heading', { level: 1, name: supplier })).toBeVisible();
      await tour.look(theirs, 'crew-empty');
    });

    const crew = largeCrew({ organisation: supplier, code, people: 500, faulty: 20 });
    const check = async (name: string, content: string, rows: number) => {
      await theirs.goto(`${instance.url}/imports/new?kind=people`);
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
      await theirs.locator('input[type=file]').setInputFiles(file);
      await theirs.getByRole('button', { name: `Check ${rows} rows` }).click();
    };
    await test.step('500 people come in, 20 of them after they were mended, and nobody twice', async () => {
      await check('crew.csv', crew, 500);
      await expect(theirs.getByRole('link', { name: 'To mend 20' })).toBeVisible({ timeout: 60_000 });
      await tour.look(theirs, 'checked');
      const coming = theirs.waitForEvent('download');
      await theirs.getByRole('link', { name: 'Rows to mend (CSV)' }).click();
      const faulty = await readFile(await (await coming).path(), 'utf8');
      await theirs.getByRole('button', { name: 'Apply 480 rows' }).click();
      await expect(theirs.getByText('480 rows were written.')).toBeVisible({ timeout: 60_000 });
      await tour.look(theirs, 'applied');
      await check('mended.csv', faulty.replaceAll(WRONG_DAY, '02/11/2026'), 20);
      await theirs.getByRole('button', { name: 'Apply 20 rows' }).click();
      await expect(theirs.getByText('20 rows were written.')).toBeVisible({ timeout: 60_000 });
      await check('again.csv', crew.replaceAll(WRONG_DAY, '02/11/2026'), 500);
      await expect(theirs.getByRole('link', { name: 'Nothing to change 500' })).toBeVisible({ timeout: 60_000 });
      await expect(theirs.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
    });

    await test.step('the crew is there, with what each owes next', async () => {
      await theirs.goto(`${instance.url}/crew`);
      await expect(theirs.getByText('501 people', { exact: false }).first()).toBeVisible();
      await tour.look(theirs, 'crew');
    });

    const worker = await test.step('somebody without a mailbox gets a card and signs in with it', async () => {
      await theirs.goto(`${instance.url}/people/cards?q=${code}-7`);
      await theirs
        .getByRole('checkbox', { name: /^Choose (?!all)/ })
        .first()
        .check();
      await theirs.getByRole('button', { name: 'Make 1 card' }).click();
      await theirs.getByRole('dialog').getByRole('button', { name: 'Make and show' }).click();
      const card = theirs.getByRole('region', { name: 'Cards' }).getByRole('article');
      const read = (term: string) => card.locator(`dt:text-is("${term}") + dd`).innerText();
      const [signInName, pin] = [await read('Sign-in name'), await read('PIN')];
      const page = await somebody(browser, `${instance.url}/sign-in`);
      await page.getByLabel(/sign-in name/i).fill(signInName);
      await page.getByLabel('Password', { exact: true }).fill(pin);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('New password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'I have read this' }).click();
      return page;
    });

    await test.step('and completes a course', async () => {
      await worker.goto(`${instance.url}/catalogue?q=occupational`);
      await worker.getByRole('link', { name: 'Occupational hygiene', exact: true }).click();
      await worker.getByRole('button', { name: 'Enrol' }).click();
      await worker.getByRole('link', { name: 'Start' }).click();
      await worker.getByRole('button', { name: 'I have read this page' }).click();
      await worker.getByRole('link', { name: /^Next:/ }).click();
      await worker.getByRole('main').locator('a[target=_blank]').first().click();
      await worker.getByRole('button', { name: 'I confirm this' }).click();
      await expect(worker.getByText('Course complete. It is on your record.')).toBeVisible();
      await worker.goto(`${instance.url}/record`);
      await expect(worker.getByText('Occupational hygiene').first()).toBeVisible();
      await tour.look(worker, 'worker-record');
    });
    for (const page of [desk, theirs, worker]) await page.context().close();
  });

  test(`who is late is found in three steps, asked in three more, and told on a schedule, at ${width} px`, async ({
    browser,
  }) => {
    const tour = new Tour('workbench-late', width);
    const page = await open(browser, ADVISER, '/');
    let steps = 0;
    const step = async (what: Promise<unknown>) => {
      steps += 1;
      await what;
    };
    await test.step('from Today to who is overdue at one supplier', async () => {
      await page.goto(`${instance.url}/matrix`);
      steps += 1;
      await step(page.getByRole('link', { name: /Overdue$/ }).click());
      if (width === 360) await page.getByRole('button', { name: /^Filters/ }).click();
      await step(page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Dunmarsh Surfacing' }));
      await expect(page.getByText('Amy Byrne').first()).toBeVisible();
      expect(steps).toBeLessThanOrEqual(3);
      await tour.look(page, 'late');
    });
    const address = page.url();

    await test.step('to asking all of them', async () => {
      steps = 0;
      await step(page.getByRole('button', { name: 'Ask everybody shown to learn something' }).click());
      await expect(page.getByText('Amy Byrne').first()).toBeVisible();
      await page.getByRole('combobox', { name: 'Course' }).fill('Raising');
      await page.getByRole('option', { name: /Raising the Bar 23/ }).click();
      await page.getByLabel('Why').fill('Before the night works');
      await step(page.getByRole('button', { name: 'See who gets it' }).click());
      await tour.look(page, 'who-gets-it');
      await step(page.getByRole('button', { name: 'Ask them' }).click());
      await expect(page.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible();
      expect(steps).toBe(3);
    });

    await test.step('what is shown is taken along, and other programs read it', async () => {
      await page.goto(address);
      const shown = Number(/\d+/.exec((await page.getByRole('button', { name: /^Export/ }).textContent()) ?? '')?.[0]);
      const take = async (format: string): Promise<Download> => {
        await page.getByRole('button', { name: /^Export/ }).click();
        const item = page.getByRole('group', { name: 'The matrix as shown' }).getByRole('button', { name: format });
        const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
        return file;
      };
      const csv: string[][] = parse(await readFile(await (await take('CSV')).path()), { bom: true });
      const workbook = await readWorkbook(await (await take('Workbook (XLSX)')).path());
      const people = csv.slice(1).map((row) => row[csv[0]?.indexOf('Person') ?? 0]);
      expect(csv).toHaveLength(1 + shown);
      expect(people).toContain('Amy Byrne');
      const cells = workbook.flatMap(({ data }) => data.flat());
      for (const name of people) expect(cells).toContain(name);
    });

    await test.step('and comes by mail each week, behind a sign-in', async () => {
      await page.getByRole('button', { name: /^Export/ }).click();
      await page
        .getByRole('link', { name: /schedule/ })
        .first()
        .click();
      await page.getByLabel('Name', { exact: true }).fill(`Late at Dunmarsh ${code}`);
      await tour.look(page, 'schedule');
      await page.getByRole('button', { name: 'Set up the schedule' }).click();
      await expect(page.getByText(`“Late at Dunmarsh ${code}” is set up.`)).toBeVisible();
      await page.getByRole('button', { name: 'Run now' }).click();
      const received = await mail.mailTo(ADVISER, 30_000);
      const link = /http:\/\/\S+\/files\/[\w-]+/.exec(received.source.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));
      const stranger = await somebody(browser, link?.[0] ?? '');
      await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await signIn(stranger, ADVISER);
      await expect(stranger.getByRole('link', { name: /Download/ })).toBeVisible();
      await tour.look(stranger, 'received');
      await stranger.context().close();
      await page.reload();
      await tour.look(page, 'schedules');
    });
    await page.context().close();
  });
}
