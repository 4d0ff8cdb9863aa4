import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';
import { AUTHOR as ADVISER, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Gives a file as somebody would who has it on their device. */
async function give(page: Page, kind: string, name: string, content: string): Promise<void> {
  await page.goto(`${demonstration().url}/imports/new`);
  await page.getByRole('radio', { name: kind }).check();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

for (const place of WIDTHS) {
  const { width } = place;
  const open = openingAt(demonstration, place);
  const year = width === 360 ? 2022 : 2021;

  test(`earlier completions are checked, mended, applied once, at ${width} px`, async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const tour = new Tour('imports', width);
    const page = await open(browser, ADVISER, '/imports');
    const file = [
      'E-mail,Name,Training,Date completed,Certificate no',
      `tom.brackley@brackenfell.example,Tom Brackley,MGR-501,14/03/${year},C-1`,
      `priya.nair@costain.example,Priya Nair,MGR-501,15/03/${year},C-2`,
      `owen.tranter@wsp.example,Owen Tranter,MGR-599,16/03/${year},C-3`,
      `priya.nair@costain.example,Priya Nair,AID-521,31/02/${year},C-4`,
      `nobody@costain.example,No Body,MGR-501,1/3/${year},C-5`,
    ].join('\n');

    await test.step('a file is given, and its columns are found', async () => {
      await page.getByRole('link', { name: 'Bring in a file' }).first().click();
      await page.getByRole('radio', { name: 'Earlier completions' }).check();
      await tour.look(page, 'new');
      await give(page, 'Earlier completions', 'training.csv', file);
      await expect(page.getByRole('heading', { name: 'Which column is which?' })).toBeVisible();
      await expect(page.getByLabel('Column for Course', { exact: true })).toHaveValue('2');
      await page.getByLabel('Column for Note', { exact: true }).selectOption({ label: 'The same for all rows…' });
      await page.getByLabel('Note of all rows').fill('From the training register');
      await tour.look(page, 'columns');
      await page.getByRole('button', { name: 'Check 5 rows' }).click();
    });

    await test.step('what each row comes to is seen before anything is written', async () => {
      await expect(page.getByRole('heading', { name: 'What the file does' })).toBeVisible();
      await tour.look(page, 'rows');
      await page.getByRole('link', { name: /^To mend/ }).click();
      await expect(page).toHaveURL(/show=faulty/);
      await expect(page.getByText('There is no course “MGR-599”.')).toBeVisible();
      await expect(page.getByText(`“31/02/${year}” is not a day.`)).toBeVisible();
      await expect(page.getByText('Nobody called No Body is known by this.')).toBeVisible();
      await tour.look(page, 'faulty');
    });

    let mended = '';
    await test.step('what is right is applied, and what is wrong is downloaded and mended', async () => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Rows to mend (CSV)' }).click();
      const faulty = await readFile(await (await downloading).path(), 'utf8');
      expect(faulty.split('\r\n')).toHaveLength(5);
      mended = faulty.replace('MGR-599', 'MGR-501').replace(`31/02/${year}`, `28/02/${year}`);
      await page.getByRole('button', { name: 'Apply 2 rows' }).click();
      await expect(page.getByText('2 rows were written.')).toBeVisible();
      await tour.look(page, 'applied');
      await give(page, 'Earlier completions', 'mended.csv', mended);
      await page.getByRole('button', { name: 'Check 3 rows' }).click();
      await page.getByRole('button', { name: 'Apply 2 rows' }).click();
      await expect(page.getByText('2 rows were written.')).toBeVisible();
    });

    await test.step('the same again changes nothing', async () => {
      await give(page, 'Earlier completions', 'again.csv', file);
      await page.getByRole('button', { name: 'Check 5 rows' }).click();
      await expect(page.getByRole('link', { name: 'Nothing to change 2' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
      await page.goto(`${demonstration().url}/imports`);
      await expect(page.getByRole('link', { name: 'training.csv' }).first()).toBeVisible();
      await tour.look(page, 'imports');
      await page.goto(`${demonstration().url}/notices`);
      await expect(page.getByText('“training.csv” has been brought in').first()).toBeVisible();
    });
    await page.context().close();
  });

  test(`a pasted crew is checked, who is meant is said, and it comes once, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('imports-people', width);
    const page = await open(browser, ADVISER, '/imports/new');
    const crew = [
      'Company\tEmployee no\tFirst name\tSurname\tJob title\tGroup\tStart date\tManager\tEmail',
      `Brackenfell Traffic Management\tCREW-${width}-3\tMoira\tStell${width}\tOperative\tsite\t02/03/2026\tCREW-${width}-2\t`,
      `Brackenfell Traffic Management\tCREW-${width}-2\tAsif\tDunn${width}\tSupervisor\tsupervisor\t02/03/2026\t\t`,
      `Brackenfell Traffic Management\tCREW-${width}-4\tPriya\tNair\tSafety adviser\tmanager\t02/03/2026\t\tpriya.nair@costain.example`,
      `Brackenfell Traffic Management\tCREW-${width}-5\tLena\tVoss\tOperative\tboss\t31/02/2026\tCREW-0\t`,
    ].join('\n');
    const paste = async () => {
      await page.goto(`${demonstration().url}/imports/new?kind=people`);
      await page.getByLabel('Or paste a table').fill(crew);
      await page.getByRole('button', { name: 'Use what is pasted' }).click();
      await page.getByRole('button', { name: 'Check 4 rows' }).click();
    };

    await test.step('what is wrong is said, and who is meant is asked', async () => {
      await paste();
      await expect(page.getByText('“boss” is no group')).toBeVisible();
      await expect(page.getByRole('button', { name: 'It is Priya Nair' })).toBeVisible();
      await tour.look(page, 'rows');
      await page.getByRole('button', { name: 'It is Priya Nair' }).click();
      await expect(page.getByRole('button', { name: 'Apply 3 rows' })).toBeVisible();
    });

    await test.step('applied with the keyboard alone, and found in the directory', async () => {
      await page.getByRole('button', { name: 'Apply 3 rows' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('3 rows were written.')).toBeVisible();
      await tour.look(page, 'applied');
      await page.goto(`${demonstration().url}/people?q=CREW-${width}-3`);
      await expect(page.getByRole('link', { name: `Moira Stell${width}` })).toBeVisible();
    });

    await test.step('the same again changes nothing', async () => {
      await paste();
      await expect(page.getByRole('link', { name: 'Nothing to change 3' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
    });
    await page.context().close();
  });
}
