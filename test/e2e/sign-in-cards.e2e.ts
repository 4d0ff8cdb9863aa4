import { type Browser, expect, type Page } from '@playwright/test';
import { callerOf } from './support/api-caller.js';
import { openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Keyboard } from './support/keyboard.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const COORDINATOR = 'tom.brackley@brackenfell.example';
const OWN = 'three words together';

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const place of WIDTHS) {
  const { width, height } = place;
  const open = openingAt(demonstration, place);
  const somebody = (browser: Browser): Promise<Page> =>
    browser
      .newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London' })
      .then((context) => context.newPage());

  test(`a crew gets in with cards and a card is made again, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('sign-in-cards', width);
    const desk = await open(browser as Browser, COORDINATOR, '/people/cards');
    await expect(desk.getByRole('heading', { level: 1, name: 'Sign-in cards' })).toBeVisible();
    await tour.look(desk, 'people');

    await desk.getByRole('link', { name: 'Card given' }).click();
    await expect(desk.getByRole('rowheader')).not.toHaveCount(0);
    await expect(desk.getByText('Valid until').first()).toBeVisible();
    await tour.look(desk, 'card-given');

    await desk.getByRole('link', { name: 'Own password' }).click();
    await expect(desk).toHaveURL(/state=own/);
    const boxes = desk.getByRole('checkbox', { name: /^Choose (?!all)/ });
    await expect(boxes.nth(2)).toBeVisible();
    const names: string[] = [];
    for (const at of [0, 1]) {
      await boxes.nth(at).check();
      names.push(((await boxes.nth(at).getAttribute('aria-label')) ?? '').replace('Choose ', ''));
    }
    await expect(desk.getByText('2 people chosen')).toBeVisible();
    await tour.look(desk, 'chosen');
    await desk.getByRole('button', { name: 'Make 2 cards' }).click();
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByText('2 of them can sign in already')).toBeVisible();
    await expect(dialog.getByText(names[0]!)).toBeVisible();
    await tour.look(desk, 'confirm');
    await dialog.getByLabel('Valid for').selectOption({ label: '7 days' });
    await dialog.getByRole('button', { name: 'Make and show' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: '2 cards are ready' })).toBeVisible();
    const cards = desk.getByRole('region', { name: 'Cards' }).getByRole('article');
    await expect(cards).toHaveCount(2);
    await tour.look(desk, 'cards');
    // A4 within its margins, at 96 dots an inch.
    await desk.setViewportSize({ width: 703, height: 1032 });
    await desk.emulateMedia({ media: 'print' });
    await expect(desk.getByRole('heading', { level: 1 })).toBeHidden();
    await expect(desk.getByRole('article')).toHaveCount(2);
    await desk.screenshot({ path: `test-results/sign-in-cards/${width}/on-paper.png` });
    const heights = await desk
      .getByRole('article')
      .evaluateAll((all) => all.map((one) => one.scrollHeight - one.clientHeight));
    expect(heights).toEqual([0, 0]);
    await desk.emulateMedia({ media: 'screen' });
    await desk.setViewportSize({ width, height });

    const read = (term: string) => cards.first().locator(`dt:text-is("${term}") + dd`).innerText();
    const [signInName, pin] = [await read('Sign-in name'), await read('PIN')];
    expect(pin).toMatch(/^\d{4} \d{4}$/);
    await desk.getByRole('button', { name: 'Done' }).click();
    await expect(desk.getByText(pin)).toHaveCount(0);

    await test.step('who was signed in is out, and comes in with the card by keyboard alone', async () => {
      const page = await somebody(browser as Browser);
      await page.goto(`${demonstration().url}/sign-in`);
      const keys = new Keyboard(page);
      await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
      await keys.to(/sign-in name/i);
      await keys.type(signInName);
      await keys.to('Password');
      await keys.type(pin);
      await tour.look(page, 'sign-in');
      await keys.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Choose your own password' })).toBeVisible();
      await tour.look(page, 'choose-password');
      // Nothing else opens before it.
      await page.goto(`${demonstration().url}/record`);
      await expect(page.getByRole('heading', { level: 1, name: 'Choose your own password' })).toBeVisible();
      await page.getByLabel('New password').fill('short');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
      await page.getByLabel('New password').fill(OWN);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
      await page.context().close();
      const again = await somebody(browser as Browser);
      await again.goto(`${demonstration().url}/sign-in`);
      await again.getByLabel(/sign-in name/i).fill(signInName);
      await again.getByLabel('Password', { exact: true }).fill(pin);
      await again.getByRole('button', { name: 'Sign in' }).click();
      await expect(again.getByRole('alert')).toContainText('do not go together');
      await signIn(again, signInName, OWN);
      await again.context().close();
    });

    await test.step('one person’s page leads to a new card', async () => {
      const call = await callerOf(demonstration(), COORDINATOR);
      const { items } = await call<{ items: { personId: string }[] }>('GET', '/sign-in-cards/people?state=waiting');
      await desk.goto(`${demonstration().url}/people/${items[0]!.personId}`);
      await expect(desk.getByText(/Card given, valid until/)).toBeVisible();
      await tour.look(desk, 'person');
      await desk.getByRole('link', { name: 'Make a new sign-in card' }).click();
      await expect(desk.getByText('Only one person is shown.')).toBeVisible();
      await desk.getByRole('checkbox', { name: /^Choose (?!all)/ }).check();
      await desk.getByRole('button', { name: 'Make 1 card' }).click();
      await desk.getByRole('dialog').getByRole('button', { name: 'Make and show' }).click();
      await expect(desk.getByRole('heading', { level: 1, name: '1 card is ready' })).toBeVisible();
    });
    await desk.context().close();
  });
}
