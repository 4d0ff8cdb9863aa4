import { expect, type Page } from '@playwright/test';
import { callApi } from './support/browser-api.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

/** Two learners of the demonstration, so that what one begins is not begun already for the other. */
const WIDTHS = [
  { width: 1280, height: 900, learner: 'owen.tranter@wsp.example' },
  { width: 360, height: 780, learner: 'priya.nair@costain.example' },
] as const;
const COURSE = 'Incursions';

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const results = (page: Page) => page.getByRole('list', { name: /courses?$/ }).getByRole('heading');

for (const { width, height, learner } of WIDTHS) {
  test(`somebody finds a course, saves it, enrols and begins it, at ${width} px`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    const tour = new Tour('catalogue', width);
    await page.goto(demonstration().url);
    await signIn(page, learner);
    await page.getByRole('navigation').getByRole('link', { name: 'Catalogue' }).first().click();
    await expect(page.getByRole('heading', { name: 'Catalogue', level: 1 })).toBeVisible();
    await tour.look(page, 'catalogue');

    await test.step('a slip of the finger is forgiven', async () => {
      await page.getByRole('searchbox', { name: 'Search courses' }).fill('incurtions');
      await page.getByRole('link', { name: 'incursions', exact: true }).click();
      await expect(page).toHaveURL(/\?q=incursions$/);
      await expect(results(page)).toHaveText([COURSE]);
      await tour.look(page, 'found');
    });

    await test.step('the words of a document are found, and where they stand is shown', async () => {
      // The words of files come a moment after the demonstration, when the worker has read them.
      await expect
        .poll(async () => (await callApi<{ total: number }>(page, 'GET', '/catalogue?q=handbook+manager')).total)
        .toBeGreaterThan(0);
      await page.goto(`${demonstration().url}/catalogue?q=handbook+manager`);
      await expect(page.getByText(/^In a document:/).first()).toBeVisible();
      await tour.look(page, 'in-a-document');
    });

    await test.step('filters live in the address', async () => {
      await page.goto(`${demonstration().url}/catalogue`);
      if (width < 720) await page.getByText('Filters', { exact: true }).click();
      await page.getByRole('navigation', { name: 'What you do' }).getByRole('link', { name: /^Film/ }).click();
      await expect(page).toHaveURL(/\?kind=video$/);
      await expect(results(page)).toHaveText(['Alliance outcomes', COURSE]);
      await tour.look(page, 'filtered');
      await page.goBack();
      await expect(page).toHaveURL(/\/catalogue$/);
    });

    await test.step('saved, enrolled, begun, and given up again', async () => {
      await page.goto(`${demonstration().url}/catalogue?kind=video`);
      await page.getByRole('button', { name: `Save ${COURSE}` }).click();
      await expect(page.getByRole('button', { name: /^Saved: Incursions/ })).toBeVisible();
      await page.goto(`${demonstration().url}/catalogue?saved=true`);
      await page.getByRole('link', { name: COURSE, exact: true }).click();
      await expect(page.getByRole('heading', { name: COURSE, level: 1 })).toBeVisible();
      await tour.look(page, 'course');
      await page.getByRole('button', { name: 'Enrol' }).click();
      await expect(page.getByText('You enrolled by yourself.', { exact: false })).toBeVisible();
      await tour.look(page, 'enrolled');
      await page.getByRole('link', { name: 'Start' }).click();
      await expect(page.locator('video')).toBeVisible({ timeout: 20_000 });
      await page.goto(`${demonstration().url}/record`);
      await expect(page.getByText(COURSE).first()).toBeVisible();
      await page.goto(`${demonstration().url}/catalogue?saved=true`);
      await page.getByRole('link', { name: COURSE, exact: true }).click();
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await expect(page.getByRole('button', { name: 'Enrol' })).toBeVisible();
      await tour.look(page, 'withdrawn');
    });
    await page.context().close();
  });
}
