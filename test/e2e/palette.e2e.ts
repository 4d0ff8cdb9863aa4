import { expect } from '@playwright/test';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

for (const place of WIDTHS) {
  const { width } = place;
  test(`everything is found by its name, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('palette', width);
    const page = await openingAt(demonstration, place)(browser, AUTHOR, '/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const palette = page.getByRole('dialog', { name: 'Search everything' });

    await test.step('by the button, and by the keyboard', async () => {
      await page.getByRole('button', { name: 'Search everything' }).click();
      await expect(palette.getByRole('textbox')).toBeFocused();
      await tour.look(page, 'open');
      await page.keyboard.press('Escape');
      await expect(palette).toBeHidden();
      await page.keyboard.press('Control+k');
      await palette.getByRole('textbox').fill('priya nair');
      await expect(palette.getByText('Priya Nair', { exact: true })).toBeVisible();
      await tour.look(page, 'found');
      await palette.getByRole('textbox').fill('working on the network nobody has heard of');
      await expect(palette.getByText('Nothing has that name.')).toBeVisible();
      await palette.getByRole('textbox').fill('priya nair');
      await expect(palette.getByText('Priya Nair', { exact: true })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Priya Nair' })).toBeVisible();
    });

    await test.step('single keys lead to places, until they are turned off', async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('g');
      await page.keyboard.press('m');
      await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await expect(sheet.getByText('Search on this page')).toBeVisible();
      await tour.look(page, 'keys');
      await sheet.getByRole('switch', { name: 'Shortcuts of single keys' }).click({ force: true });
      await sheet.getByRole('button', { name: 'Close' }).click();
      await expect(sheet).toBeHidden();
      await page.keyboard.press('?');
      await page.keyboard.press('Control+k');
      await expect(palette).toBeVisible();
      await expect(sheet).toBeHidden();
    });
  });
}
