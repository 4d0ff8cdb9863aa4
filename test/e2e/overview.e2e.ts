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
  test(`what the numbers are, and who is behind them, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('overview', width);
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}/overview`);
    await signIn(page, ADVISER);
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

    await test.step('charts are drawn', async () => {
      const late = page.getByRole('img', { name: /^Overdue and expired, by how long/ });
      await expect(late.locator('.recharts-bar-rectangle').first()).toBeVisible();
      await expect(
        page
          .getByRole('img', { name: /^Completions/ })
          .locator('svg')
          .first(),
      ).toBeVisible();
      await tour.look(page, 'charts');
    });

    await test.step('each number of the tables leads to as many people', async () => {
      await page.getByRole('link', { name: 'Tables', exact: true }).click();
      await expect(page).toHaveURL(/show=tables/);
      await tour.look(page, 'tables');
      for (const name of [/ people: Up to 30 days$/, / people: More than 90 days$/]) {
        const link = page.getByRole('link', { name });
        const count = (await link.textContent()) ?? '';
        await link.click();
        await expect(page.getByRole('button', { name: /^Export/ })).toContainText(`Export ${count.replace(',', '')} `);
        await page.goBack();
        await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
      }
    });

    await test.step('a month of completions leads to them, and on to one course', async () => {
      const link = page
        .getByRole('table', { name: 'Completions' })
        .getByRole('link', { name: / people: /u })
        .last();
      const people = (await link.textContent()) ?? '';
      await link.click();
      await expect(page).toHaveURL(/\/overview\/completions\?from=/);
      await expect(page.getByText(new RegExp(` of ${people} (person|people)\\.$`))).toBeVisible();
      await tour.look(page, 'completions');
      await page.getByRole('table', { name: 'By course' }).getByRole('link').first().click();
      await expect(page.getByText(/^Only /)).toBeVisible();
      await page.goBack();
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    });

    await test.step('a question leads to who was wrong the last time', async () => {
      const link = page
        .getByRole('table', { name: 'Questions that fail people' })
        .getByRole('link', { name: / (person|people): /u })
        .first();
      const people = Number(await link.textContent());
      await link.click();
      await expect(page).toHaveURL(/\/overview\/questions\//);
      await expect(page.getByRole('table', { name: 'People' }).locator('tbody tr')).toHaveCount(Math.min(people, 25));
      await tour.look(page, 'answered-wrongly');
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    });

    await test.step('a scheme narrows everything down', async () => {
      await page.getByLabel('Scheme', { exact: true }).selectOption({ index: 1 });
      await expect(page).toHaveURL(/schemeId=/);
      await expect(page.getByRole('table', { name: 'Standing by scheme' })).toBeVisible();
      await tour.look(page, 'a-scheme');
    });
  });
}
