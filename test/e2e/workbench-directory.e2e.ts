import { expect } from '@playwright/test';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

for (const place of WIDTHS) {
  const { width, code } = place;
  test(`people are found in spite of a slip, and changed together, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('workbench-directory', width);
    const page = await openingAt(demonstration, place)(browser, AUTHOR, '/people?q=brakcley');
    await test.step('a name with two letters in the wrong order is found, and it says so', async () => {
      await expect(page.getByRole('link', { name: 'Tom Brackley' })).toBeVisible();
      await expect(page.getByText('Spelled a little differently').first()).toBeVisible();
      await tour.look(page, 'slip');
    });

    await page.goto(`${demonstration().url}/people?status=current`);
    const boxes = page.getByRole('table', { name: 'People' }).getByRole('checkbox');
    const bar = page.getByRole('region', { name: 'With those who are selected' });
    const selectTwo = async () => {
      for (const n of [0, 1]) {
        await boxes.nth(n).focus();
        await page.keyboard.press('Space');
      }
      await expect(bar.getByText('2 people selected')).toBeVisible();
    };
    await test.step('two are selected with the keyboard, and what would change is read first', async () => {
      await expect(boxes.first()).toBeVisible();
      await selectTwo();
      await tour.look(page, 'selected');
      await bar.getByRole('button', { name: 'Change them' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Change 2 people' });
      await dialog.getByRole('button', { name: 'See what would change' }).click();
      await expect(dialog.getByText('Type the tag.')).toBeVisible();
      await dialog.getByLabel('Tag', { exact: true }).fill(`Rota ${code}`);
      await tour.look(page, 'change');
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('heading', { name: '2 people change' })).toBeVisible();
      await expect(dialog.getByText(new RegExp(`→ .*rota ${code.toLowerCase()}`)).first()).toBeVisible();
      await tour.look(page, 'preview');
      await dialog.getByRole('button', { name: 'Change 2 people' }).click();
      await expect(page.getByText('2 people are changed.')).toBeVisible();
      await expect(bar).toHaveCount(0);
    });

    await test.step('it is taken back', async () => {
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('2 people are as before.')).toBeVisible();
    });

    await test.step('those who are selected are asked to learn something', async () => {
      const name = (await boxes.first().getAttribute('aria-label'))?.replace('Select ', '') ?? 'nobody';
      await selectTwo();
      await bar.getByRole('link', { name: 'Ask them to learn something' }).click();
      await expect(page).toHaveURL(/\/requests\/new/);
      await expect(page.getByText(name).first()).toBeVisible();
    });
  });
}
