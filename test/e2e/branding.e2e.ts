import { type Browser, expect, test } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { openingAt, WIDTHS } from './support/desk-and-phone.js';
import { Tour } from './support/tour.js';

const ADMINISTRATOR = 'ada.lindqvist@nationalhighways.example';
/** A drawing with a program in it: what is sent is what one sees of it. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><script>alert(1)</script><rect width="200" height="100" fill="#7a1f5c"/></svg>`;

let instance: Instance;
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: true });
});
test.afterAll(() => instance?.stop());

for (const place of WIDTHS) {
  const { width } = place;
  const open = openingAt(() => instance, place);

  test(`a brand is chosen, shown before anything else, and put back, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('branding', width);
    const name = `Roads Academy ${width}`;
    const desk = await open(browser as Browser, ADMINISTRATOR, '/settings');
    await desk.getByLabel('What the platform is called').fill(name);
    await desk.getByRole('checkbox', { name: /^Colours of your own/ }).check();
    await desk.getByRole('textbox', { name: 'On light pages', exact: true }).fill('#e05a00');
    await expect(desk.getByRole('button', { name: 'Save' })).toBeDisabled();
    await tour.look(desk, 'refused');
    await desk.getByRole('button', { name: /^Take the nearest/ }).click();
    await desk.getByLabel('E-mail address').fill('training@alliance.example');
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) });
    await expect(desk.getByRole('img', { name: 'The logo, 200 by 100 pixels' })).toBeVisible();
    await desk.getByRole('button', { name: 'Save' }).click();
    await expect(desk.getByText('Saved.', { exact: false })).toBeVisible();
    await tour.look(desk, 'saved');

    await test.step('whoever comes to sign in sees it at once', async () => {
      const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
      // Without any program: the colours come with the page.
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(`${instance.url}/sign-in`);
      await expect(page).toHaveTitle(name);
      const brand = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand'));
      expect(brand.trim()).toMatch(/^#(?!0e596b)[0-9a-f]{6}$/);
      await page.unroute('**/*.js');
      await page.reload();
      await expect(page.getByRole('link', { name: 'training@alliance.example' })).toBeVisible();
      await expect(page).toHaveTitle(`Sign in | ${name}`);
      await tour.look(page, 'sign-in');
      await page.context().close();
    });

    await test.step('outcomes are added, and what was before is put back', async () => {
      await desk.goto(`${instance.url}/settings/outcomes`);
      await desk.getByRole('button', { name: 'Add an outcome' }).click();
      await desk.getByLabel('Outcome', { exact: false }).last().fill(`Outcome at ${width}`);
      await desk.getByRole('button', { name: 'Save the list' }).click();
      await expect(desk.getByText('The list is saved.')).toBeVisible();
      await tour.look(desk, 'outcomes');
      await desk.goto(`${instance.url}/settings`);
      await desk.getByRole('button', { name: 'Put back what was before' }).click();
      await expect(desk.getByText('What was before is back.')).toBeVisible();
      await expect(desk.getByLabel('What the platform is called')).not.toHaveValue(name);
    });
    await desk.context().close();
  });
}
