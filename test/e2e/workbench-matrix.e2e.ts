import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';

const demonstration = sharedDemonstration();

for (const [width, height] of [
  [1280, 900],
  [360, 780],
] as const) {
  test(`who is overdue, and why, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('workbench-matrix', width);
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}/matrix`);
    await signIn(page, ADVISER);
    await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
    await tour.look(page, 'everybody');

    await test.step('a standing and an organisation narrow it down, in the address too', async () => {
      await page.getByRole('link', { name: /Overdue$/ }).click();
      await expect(page).toHaveURL(/standing=overdue/);
      if (width === 360) await page.getByRole('button', { name: /^Filters/ }).click();
      await page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Dunmarsh Surfacing' });
      await expect(page).toHaveURL(/organisationId=/);
      await tour.look(page, 'overdue-at-dunmarsh');
    });

    await test.step('a view is saved, and leads back', async () => {
      const name = `Late at Dunmarsh ${width}`;
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('Share with the People Team').check();
      await tour.look(page, 'save-a-view');
      await page.getByRole('button', { name: 'Save this view' }).click();
      await expect(page.getByText(`Saved as “${name}”.`)).toBeVisible();
      await page.keyboard.press('Escape');
      await page.goto(`${demonstration().url}/matrix`);
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
      await expect(page).toHaveURL(/organisationId=.*standing=overdue|standing=overdue.*organisationId=/);
      await expect(page.getByLabel('Organisation', { exact: true })).toHaveValue(/.+/);
    });

    await test.step('two courses alone, in another order', async () => {
      await page.getByRole('button', { name: /^Courses/ }).click();
      const shown = page.getByRole('group', { name: 'Shown', exact: true });
      const boxes = shown.getByRole('checkbox');
      await expect(boxes.first()).toBeVisible();
      const names = await shown.locator('label').allTextContents();
      for (let left = names.length; left > 2; left -= 1) await boxes.last().click();
      await page.getByRole('button', { name: `Move ${names[1]} up` }).click();
      await tour.look(page, 'columns');
      await page.getByRole('button', { name: 'Apply' }).click();
      await expect(page).toHaveURL(/columns=/);
      if (width === 1280)
        await expect(page.getByRole('columnheader')).toHaveText([
          /Person/,
          new RegExp(names[1]!),
          new RegExp(names[0]!),
        ]);
      await page.getByRole('button', { name: 'Courses (2)' }).click();
      await page.getByRole('button', { name: 'Show all courses' }).click();
      await expect(page).not.toHaveURL(/columns=/);
    });

    await test.step('some are selected, reminded, and asked for a course', async () => {
      const first = page.getByRole('checkbox', { name: /^Select / }).first();
      if (width === 1280) {
        await page.getByRole('grid').getByRole('rowheader').getByRole('link').first().focus();
        await page.keyboard.press('Shift+Space');
      } else await first.check();
      await expect(first).toBeChecked();
      await page.getByRole('button', { name: 'Select everybody shown' }).click();
      const bar = page.getByRole('region', { name: 'With those who are selected' });
      await expect(bar).toContainText('8 people selected');
      await bar.getByRole('button', { name: 'Remind them of what is late' }).click();
      await expect(bar.getByRole('status')).toContainText('people are reminded');
      await tour.look(page, 'selected');
      await bar.getByRole('link', { name: 'Ask them to learn something' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Ask people to learn' })).toBeVisible();
      await expect(page.getByText('Amy Byrne')).toBeVisible();
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
    });

    if (width === 1280)
      await test.step('with the keyboard alone', async () => {
        const grid = page.getByRole('grid');
        await grid.getByRole('rowheader').getByRole('link').first().focus();
        await page.keyboard.press('ArrowRight');
        await expect(page.locator(':focus')).toHaveAttribute('aria-label', /: /);
        await page.keyboard.press('Control+End');
        await expect(grid.getByRole('row').last().locator(':focus')).toHaveCount(1);
        await page.keyboard.press('Control+Home');
        await expect(page.locator(':focus')).toHaveRole('link');
      });

    await test.step('a cell says why', async () => {
      await page
        .getByRole('button', { name: width === 360 ? /Was due/ : /: Overdue/ })
        .first()
        .click();
      const panel = page.getByRole('dialog');
      await expect(panel.getByRole('heading', { name: 'Why it is required' })).toBeVisible();
      await expect(panel.getByRole('link', { name: 'Open the record' })).toBeVisible();
      await tour.look(page, 'why');
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    });

    await test.step('the same people as a file', async () => {
      const shown = await page.getByRole('button', { name: /^Export/ }).textContent();
      const take = async (what: string, format: string) => {
        await page.getByRole('button', { name: /^Export/ }).click();
        const item = page.getByRole('group', { name: what }).getByRole('button', { name: format });
        const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
        return file;
      };
      await page.getByRole('button', { name: /^Export/ }).click();
      await expect(page.getByRole('button', { name: 'PDF' }).first()).toBeVisible();
      await tour.look(page, 'export');
      await page.keyboard.press('Escape');
      const file = await take('The matrix as shown', 'CSV');
      const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
      expect(lines).toHaveLength(1 + Number(/\d+/.exec(shown ?? '')?.[0]));
      const workbook = await take('The matrix as shown', 'Workbook (XLSX)');
      expect(workbook.suggestedFilename()).toMatch(/^Matrix \d{4}-\d\d-\d\d\.xlsx$/);
      expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK');
      const paper = await take('Overdue and expired, a line each', 'PDF');
      expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
    });

    await test.step('what was asked for stands among the files', async () => {
      await page.getByRole('button', { name: /^Export/ }).click();
      await page.getByRole('link', { name: 'Files you asked for' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
      await expect(page.getByRole('link', { name: /Download.*Overdue and expired as PDF/ }).first()).toBeVisible();
      await tour.look(page, 'files');
    });

    await test.step('the people directory as a file', async () => {
      await page.goto(`${demonstration().url}/people?q=mar`);
      await page.getByRole('button', { name: 'Export' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ]);
      const [, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.toLowerCase()).toContain('mar');
    });
  });
}
