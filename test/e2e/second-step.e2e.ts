import { type Browser, expect, type Page } from '@playwright/test';
import { generate } from 'otplib';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { AUTHOR, SECOND, WIDTHS } from './support/desk-and-phone.js';
import { test } from './support/journey.js';
import { Keyboard } from './support/keyboard.js';
import { DEMO_PASSWORD, signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADMINISTRATOR = 'ada.lindqvist@nationalhighways.example';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** A browser whose device keeps passkeys and always finds its owner there. */
async function passkeyDevice(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

for (const { width, height } of WIDTHS) {
  test.describe(`at ${width} px`, () => {
    let instance: Instance;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      instance = await startInstance({ demo: true, env: { WAYMARK_SECOND_FACTOR: 'on' } });
    });
    test.afterAll(() => instance?.stop());

    const somebody = (browser: Browser): Promise<Page> =>
      browser
        .newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London' })
        .then((context) => context.newPage());
    const codeOf = (secret: string, ahead: number) =>
      generate({ secret, epoch: Math.floor(Date.now() / 1000) + ahead * 30 });

    test(`a second step is set up, asked for and reset, at ${width} px`, async ({ browser }) => {
      const tour = new Tour('second-step', width);
      let secret = '';
      let codes: string[] = [];

      await test.step('an adviser sets up an app, by keyboard alone', async () => {
        const page = await somebody(browser as Browser);
        await page.goto(`${instance.url}/people`);
        await signIn(page, AUTHOR);
        await expect(page.getByRole('heading', { level: 1, name: 'Add a second step' })).toBeVisible();
        await tour.look(page, 'set-up');
        // Nothing else opens before it.
        await page.goto(`${instance.url}/roles`);
        await expect(page.getByRole('heading', { level: 1, name: 'Add a second step' })).toBeVisible();
        const keys = new Keyboard(page);
        await keys.to('Set up an app');
        await keys.press('Enter');
        const app = page.getByRole('region', { name: 'An app on your phone' });
        await expect(app.getByLabel('Code that the app shows')).toBeVisible();
        secret = (await app.locator('p span').innerText()).replaceAll(' ', '');
        await tour.look(page, 'app');
        await keys.to('Code that the app shows');
        await keys.type('000000');
        await keys.press('Enter');
        await expect(app.getByText('This code is not right', { exact: false })).toBeVisible();
        await tour.look(page, 'wrong-code');
        await app.getByLabel('Code that the app shows').fill(await codeOf(secret, -1));
        await app.getByRole('button', { name: 'Check the code' }).click();
        const list = page.getByRole('list', { name: 'Your recovery codes' });
        await expect(list.getByRole('listitem')).toHaveCount(10);
        codes = await list.getByRole('listitem').allInnerTexts();
        await tour.look(page, 'recovery-codes');
        await page.getByRole('button', { name: 'I have kept them' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Roles' })).toBeVisible();
        await page.context().close();
      });

      await test.step('the next sign-in asks for it, and takes a code once', async () => {
        const [one, other] = [await somebody(browser as Browser), await somebody(browser as Browser)];
        for (const page of [one, other]) {
          await page.goto(`${instance.url}/people`);
          await signIn(page, AUTHOR);
          await expect(page.getByRole('heading', { level: 1, name: 'Confirm that it is you' })).toBeVisible();
        }
        await tour.look(one, 'ask');
        const code = await codeOf(secret, 0);
        const field = (page: Page) => page.getByLabel('Code of your app, or a recovery code');
        await field(one).fill(code);
        await one.getByRole('button', { name: 'Confirm' }).click();
        await expect(one.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
        await field(other).fill(code);
        await other.getByRole('button', { name: 'Confirm' }).click();
        await expect(other.getByText('or it was used already', { exact: false })).toBeVisible();
        await field(other).fill(codes[0]!);
        await other.getByRole('button', { name: 'Confirm' }).click();
        await expect(other.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
        await other.goto(`${instance.url}/account`);
        await other.getByRole('link', { name: 'Second step' }).click();
        await expect(other.getByText('9 recovery codes are left.')).toBeVisible();
        await tour.look(other, 'mine');
        await one.context().close();
        await other.context().close();
      });

      await test.step('a colleague uses a passkey', async () => {
        const page = await somebody(browser as Browser);
        await passkeyDevice(page);
        await page.goto(`${instance.url}/people`);
        await signIn(page, SECOND);
        const passkey = page.getByRole('region', { name: 'A passkey' });
        await passkey.getByRole('button', { name: 'Add a passkey' }).click();
        await expect(passkey.getByText('Give it a name', { exact: false })).toBeVisible();
        await passkey.getByLabel('What to call it').fill('Work laptop');
        await passkey.getByRole('button', { name: 'Add a passkey' }).click();
        await page.getByRole('button', { name: 'I have kept them' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
        await page.goto(`${instance.url}/account/second-step`);
        await expect(page.getByRole('heading', { level: 3, name: 'Work laptop' })).toBeVisible();
        // The same browser signs in again: its device answers.
        await page.context().clearCookies();
        await page.goto(`${instance.url}/people`);
        await signIn(page, SECOND);
        await tour.look(page, 'ask-passkey');
        await page.getByRole('button', { name: 'Use a passkey' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
        await page.context().close();
      });

      await test.step('an administrator resets it, and says why', async () => {
        const page = await somebody(browser as Browser);
        await passkeyDevice(page);
        await page.goto(`${instance.url}/support`);
        await signIn(page, ADMINISTRATOR);
        await page.getByLabel('What to call it').fill('Key ring');
        await page.getByRole('button', { name: 'Add a passkey' }).click();
        await page.getByRole('button', { name: 'I have kept them' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible();
        await tour.look(page, 'support');
        await page.getByRole('searchbox').fill('helen marsh');
        await page.getByRole('button', { name: 'Reset second step Helen Marsh' }).click();
        await page.getByRole('button', { name: 'Reset it' }).click();
        await expect(page.getByText('Say why.')).toBeVisible();
        await page.getByLabel('Why').fill('Phone lost; called back at the office');
        await tour.look(page, 'reset');
        await page.getByRole('button', { name: 'Reset it' }).click();
        await expect(page.getByText('The second step of Helen Marsh is reset.')).toBeVisible();
        await page.context().close();
        const adviser = await somebody(browser as Browser);
        await adviser.goto(`${instance.url}/people`);
        await signIn(adviser, AUTHOR, DEMO_PASSWORD);
        await expect(adviser.getByRole('heading', { level: 1, name: 'Add a second step' })).toBeVisible();
        await adviser.context().close();
      });
    });
  });
}
