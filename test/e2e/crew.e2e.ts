import { expect, test } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { Tour } from './support/tour.js';

const COORDINATOR = 'tom.brackley@brackenfell.example';
const LINE_MANAGER = 'priya.nair@costain.example';
const OWN = 'three words together';

let instance: Instance;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: true });
});
test.afterAll(() => instance?.stop());

for (const place of WIDTHS) {
  const { width, height, code } = place;
  const open = openingAt(() => instance, place);

  test(`a supplier is invited and its coordinator comes in, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('crew', width);
    // Names that are not alike: else it is asked which one is meant.
    const supplier = code === 'DESK' ? 'Ravensworth Fencing' : 'Ullscarf Lighting';
    const page = await open(browser, AUTHOR, '/suppliers/new');
    const card = await test.step('what will happen is read first, and a card is made', async () => {
      await page.getByLabel('Name', { exact: true }).fill(supplier);
      await page.getByLabel('Given name').fill('Moira');
      await page.getByLabel('Family name').fill(`Kerr ${code}`);
      await page.getByLabel('Job role').fill('Office manager');
      await tour.look(page, 'invite');
      await page.getByRole('button', { name: 'See what will happen' }).click();
      await expect(page.getByText(`${supplier} becomes a tier 1 supplier.`)).toBeVisible();
      await tour.look(page, 'what-happens');
      await page.getByRole('button', { name: 'Invite them' }).click();
      await page.getByRole('link', { name: 'Make the sign-in card' }).click();
      await page.getByRole('checkbox', { name: /^Choose Moira/ }).check();
      await page.getByRole('button', { name: 'Make 1 card' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Make and show' }).click();
      const read = (term: string) => page.getByRole('article').locator(`dt:text-is("${term}") + dd`).innerText();
      return { name: await read('Sign-in name'), pin: await read('PIN') };
    });
    await page.context().close();

    await test.step('she comes in with it, to her own place', async () => {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
      const own = await context.newPage();
      await own.goto(`${instance.url}/sign-in?next=/crew`);
      await own.getByLabel(/sign-in name/i).fill(card.name);
      await own.getByLabel('Password', { exact: true }).fill(card.pin);
      await own.getByRole('button', { name: 'Sign in' }).click();
      await own.getByLabel('New password').fill(OWN);
      await own.getByRole('button', { name: 'Save' }).click();
      await own.getByRole('button', { name: 'I have read this' }).click();
      await expect(own.getByRole('heading', { level: 1, name: supplier })).toBeVisible();
      await expect(own.getByRole('heading', { name: 'No crew yet' })).toBeVisible();
      await tour.look(own, 'new-crew');
      await context.close();
    });
  });

  test(`who is not in order is found and reminded, at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const tour = new Tour('crew-order', width);
    const page = await open(browser, COORDINATOR, '/crew');
    await page.getByRole('link', { name: 'See who and why' }).click();
    await expect(page).toHaveURL(/show=late/);
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Remind of what is late' })).toBeVisible();
    await tour.look(page, 'actions');
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Let them in' }).click();
    await expect(
      page
        .getByRole('dialog')
        .getByText('has an account')
        .or(page.getByRole('dialog').getByText('no e-mail address'))
        .first(),
    ).toBeVisible();
    await tour.look(page, 'let-in');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Remind them of what is late' }).click();
    await expect(page.getByText('1 person is reminded.')).toBeVisible();
    await tour.look(page, 'reminded');
    await page.context().close();

    const team = await open(browser, LINE_MANAGER, '/team?team=all');
    await expect(team.getByRole('heading', { level: 1, name: 'My team' })).toBeVisible();
    await tour.look(team, 'team');
  });
}
