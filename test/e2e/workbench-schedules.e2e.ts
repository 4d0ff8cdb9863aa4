import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { MatrixTotals } from '@lms/contracts';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callApi } from './support/browser-api.js';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { test } from './support/journey.js';
import { type MailServer, plainOf, startMailServer } from './support/mail-server.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const COORDINATOR = 'tom.brackley@brackenfell.example';
const OPERATIVE = 'kofi.mensah';

let instance: Instance;
let mail: MailServer;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  mail = await startMailServer();
  instance = await startInstance({ demo: true, env: { SMTP_URL: mail.url } });
});
test.afterAll(async () => {
  await instance?.stop();
  await mail?.stop();
});

for (const place of WIDTHS) {
  const { width } = place;
  test(`a list on a schedule, from setting it up to the recipient’s file, at ${width} px`, async ({ browser }) => {
    test.setTimeout(180_000);
    const tour = new Tour('workbench-schedules', width);
    const open = openingAt(() => instance, place);
    const page = await open(browser, AUTHOR, '/matrix?standing=to-act');
    const name = `Who is late ${place.code}`;

    await test.step('it begins at the list, as that is narrowed down', async () => {
      await page.getByRole('button', { name: /^Export/ }).click();
      await page
        .getByRole('group', { name: 'Overdue and expired, a line each' })
        .getByRole('link', { name: /^Send it on a schedule/ })
        .click();
      await expect(page.getByRole('heading', { name: 'Send “Overdue and expired” on a schedule' })).toBeVisible();
      await expect(page.getByText('Narrowed down by 1 filter')).toBeVisible();
    });

    await test.step('recipients are found with the keyboard, and the next three times shown', async () => {
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('CSV').check();
      const field = page
        .getByRole('textbox', { name: 'Recipients' })
        .or(page.getByRole('combobox', { name: 'Recipients' }));
      for (const who of ['Tom Brackley', 'Kofi Mensah']) {
        await field.first().fill(who);
        await expect(page.getByRole('option', { name: who })).toBeVisible();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Escape');
      const next = page.getByRole('region', { name: 'The next three times' });
      await expect(next.getByRole('listitem')).toHaveText([/^Mon .*, 07:30$/, /^Mon /, /^Mon /]);
      await tour.look(page, 'form');
      await page.getByRole('button', { name: 'Set up the schedule' }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    });

    await test.step('run at once, it says what became of it for each', async () => {
      await page.getByRole('button', { name: 'Run now' }).click();
      await expect(page.getByText('2 of 3 made')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('row', { name: /Kofi Mensah .*Got nothing: may not see this list/ })).toBeVisible();
      await expect(page.getByRole('row', { name: /Tom Brackley .*Made .*\d+ .*by mail/ })).toBeVisible();
      await tour.look(page, 'run');
    });

    const { link, rows } = await test.step('a mail server gets a mail with a link, and nobody’s name', async () => {
      const text = plainOf(await mail.mailTo(COORDINATOR, 30_000, new URL(page.url()).pathname.split('/').at(-1)));
      expect(text).toMatch(/Subject: Overdue and expired, .* rows?/);
      expect(text).not.toContain(name);
      const found = /http:\/\/[^\s"<]+\/files\/[\w-]+/.exec(text)?.[0] ?? '';
      return { link: found, rows: Number(/(\d+) rows?, as it stood/.exec(text)?.[1]) };
    });

    await test.step('it opens for its recipient alone, after signing in', async () => {
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'There is no such file for you' })).toBeVisible();
      await tour.look(page, 'not-yours');
      const theirs = await open(browser, COORDINATOR, new URL(link).pathname);
      await expect(theirs.getByRole('heading', { name: 'Overdue and expired' })).toBeVisible();
      await tour.look(theirs, 'file');
      const [download] = await Promise.all([
        theirs.waitForEvent('download'),
        theirs.getByRole('link', { name: /^Download/ }).click(),
      ]);
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1);
      expect(lines).toHaveLength(rows);
      // As many as the matrix has for themselves; for the People Team it has many more.
      const { counts } = await callApi<MatrixTotals>(theirs, 'GET', '/matrix/totals?standing=to-act');
      expect(rows).toBe((counts.overdue ?? 0) + (counts.expired ?? 0));
      await theirs.getByRole('link', { name: 'Lists that are sent to you' }).click();
      await theirs.getByRole('button', { name: `Stop receiving “${name}”` }).click();
      await expect(theirs.getByText(/^Stopped on/).first()).toBeVisible();
      await tour.look(theirs, 'stopped');
      await theirs.context().close();
    });

    await test.step('the page of schedules has it, and ends it', async () => {
      await page.goto(`${instance.url}/schedules`);
      const row = page.getByRole('row', { name: new RegExp(name) });
      await expect(row).toContainText('2 of 3 made');
      await expect(row).toContainText('to 2 people');
      await tour.look(page, 'schedules');
      await row.getByRole('button', { name: `Change “${name}”` }).click();
      await expect(page.getByRole('button', { name: 'End', exact: true })).toBeVisible();
      await tour.look(page, 'menu');
      await page.getByRole('button', { name: 'End', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'End the schedule' }).click();
      await expect(row).toHaveCount(0);
      await page.getByRole('link', { name: 'Ended' }).click();
      await expect(row).toContainText('Ended');
    });

    await test.step('somebody without a list finds nothing but what is sent to them', async () => {
      const learner = await browser.newContext({ viewport: { width, height: place.height } });
      const theirs = await learner.newPage();
      await theirs.goto(`${instance.url}/schedules/received`);
      await signIn(theirs, OPERATIVE);
      await expect(theirs.getByRole('heading', { name: 'Nothing is sent to you' })).toBeVisible();
      await learner.close();
    });
  });
}
