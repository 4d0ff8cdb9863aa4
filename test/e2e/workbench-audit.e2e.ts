import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { callApi } from './support/browser-api.js';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

for (const place of WIDTHS) {
  const { width, code } = place;
  test(`who did what, and what it was before, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('workbench-audit', width);
    const page = await openingAt(demonstration, place)(browser, AUTHOR, '/schemes');
    const scheme = `Lay-by works ${code}`;
    await test.step('somebody makes a scheme and renames it', async () => {
      const { id } = await callApi<{ id: string }>(page, 'POST', '/schemes', { code: `LAY-${code}`, name: scheme });
      await callApi(
        page,
        'PUT',
        `/schemes/${id}`,
        { code: `LAY-${code}`, name: `${scheme} north` },
        { 'if-match': '"1"' },
      );
    });

    await page.goto(`${demonstration().url}/audit`);
    const entry = page.getByRole('button', { name: new RegExp(`Scheme changed.*${scheme} north`) });
    await test.step('the log has both, the newest first', async () => {
      await expect(entry).toBeVisible();
      await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Scheme changed');
      await tour.look(page, 'log');
      if (width === 360) {
        await page.getByRole('button', { name: 'More', exact: true }).click();
        await expect(
          page.getByRole('group', { name: 'System' }).getByRole('link', { name: 'Audit log' }),
        ).toBeVisible();
        await tour.look(page, 'places');
        await page.keyboard.press('Escape');
      }
    });

    await test.step('an entry opens with the keyboard and says what it was before', async () => {
      await entry.focus();
      await page.keyboard.press('Enter');
      const changes = page.getByRole('table', { name: /north changed/ });
      await expect(changes.getByRole('row', { name: new RegExp(`^Name ${scheme} ${scheme} north$`) })).toBeVisible();
      await expect(page.getByText(/^from 127\.0\.0\.1/)).toBeVisible();
      await tour.look(page, 'entry');
      await page.reload();
      await expect(changes).toBeVisible();
    });

    await test.step('it is narrowed down in the address, and taken away as a file', async () => {
      if (width === 360) await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByLabel('About').selectOption({ label: 'Scheme' });
      await expect(page).toHaveURL(/what=scheme/);
      await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Person' })).toHaveCount(0);
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ]);
      const file = await readFile(await download.path(), 'utf8');
      expect(file).toContain(`scheme ${scheme} north changed (name: ${scheme}, now ${scheme} north)`);
      await page.getByRole('searchbox', { name: 'Search by a name' }).fill('nobody at all');
      await expect(page.getByRole('heading', { name: 'Nothing was done that fits' })).toBeVisible();
      await tour.look(page, 'none');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await expect(entry).toBeVisible();
    });
  });
}
