import { type Browser, expect, type Page } from '@playwright/test';
import { expectNoSidewaysScroll } from './support/axe.js';
import { callApi } from './support/browser-api.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';

/** A person of their own for each width. */
const WIDTHS = [
  { width: 1280, height: 900, name: 'Priya Nair', signInName: 'priya.nair@costain.example' },
  { width: 360, height: 780, name: 'Tom Brackley', signInName: 'tom.brackley@brackenfell.example' },
] as const;

interface History {
  personId: string;
  completions: { seq: number; title: string; certificate: string | null; revoked: boolean }[];
}

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const { width, height, name, signInName } of WIDTHS) {
  const open = async (browser: Browser, who: string | null, address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}${address}`);
    if (who) await signIn(page, who);
    return page;
  };
  const through = async (page: Page): Promise<void> => {
    const notice = page.getByRole('button', { name: 'I have read this' });
    await notice.or(page.getByRole('heading', { level: 1, name: 'My record' })).waitFor();
    if (await notice.isVisible()) await notice.click();
  };

  test(`a certificate is checked by anybody, and shows when it was taken back, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('records', width);
    const learner = await open(browser, signInName, '/record');
    await through(learner);
    await expect(learner.getByRole('heading', { name: 'Take it away' })).toBeVisible();
    await tour.look(learner, 'my-record');
    await test.step('the record on paper, with large text, and in forced colours', async () => {
      await learner.emulateMedia({ media: 'print' });
      await expect(learner.getByText(`${name}, as it stands on`)).toBeVisible();
      await expect(learner.getByRole('heading', { name: 'Take it away' })).toBeHidden();
      await expect(learner.getByRole('link', { name: 'Catalogue' })).toHaveCount(0);
      await learner.emulateMedia({ media: 'screen', forcedColors: 'active', colorScheme: 'dark' });
      const drawn = await learner
        .getByLabel('As known then')
        .evaluate((radio) => getComputedStyle(radio, '::before').display);
      expect(drawn, 'nothing lies over the mark of a chosen radio').toBe('none');
      await learner.emulateMedia({ media: 'screen', forcedColors: 'none', colorScheme: 'light' });
      const browserItself = await learner.context().newCDPSession(learner);
      await browserItself.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      await expect(learner.getByText('What you have done, and how long it counts.')).toHaveCSS('font-size', '32px');
      await expectNoSidewaysScroll(learner, 'a record in text of twice the size');
      await browserItself.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    });
    const { completions, personId } = await callApi<History>(learner, 'GET', '/my/record');
    const entry = completions.find(({ certificate }) => certificate);
    if (!entry?.certificate) throw new Error(`${name} has no certificate in the demonstration`);

    await test.step('the learner takes the certificate and the record away', async () => {
      const [certificate] = await Promise.all([
        learner.waitForEvent('download'),
        learner
          .getByRole('link', { name: new RegExp(`^Certificate of ${entry.title}`) })
          .first()
          .click(),
      ]);
      expect(certificate.suggestedFilename()).toMatch(/^certificate-[0-9A-Z]{12}\.pdf$/);
      for (const kind of ['PDF', 'Spreadsheet (CSV)', 'Signed record (JSON)']) {
        const [file] = await Promise.all([
          learner.waitForEvent('download'),
          learner.getByRole('link', { name: kind, exact: true }).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(/^record\.(pdf|csv|json)$/);
      }
    });

    await test.step('the record at another moment', async () => {
      await learner.getByLabel('Day').fill('2026-05-14');
      await learner.getByLabel('As known now').check();
      await learner.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(
        learner.getByRole('heading', { name: /^As things stood Thu 14 May 2026, as known now/ }),
      ).toBeVisible();
      await expect(learner).toHaveURL(/at=2026-05-14T09%3A00&known=now/);
      await tour.look(learner, 'as-of');
      await learner.context().close();
    });

    const anybody = await open(browser, null, '/verify');
    await test.step('anybody checks it without signing in', async () => {
      await expect(anybody.getByLabel('Serial')).toBeVisible();
      await tour.look(anybody, 'verify');
      await anybody.getByRole('button', { name: 'Check' }).click();
      await expect(anybody.getByText('Type the serial.')).toBeVisible();
      await anybody.getByLabel('Serial').fill(entry.certificate?.toLowerCase() ?? '');
      await anybody.getByRole('button', { name: 'Check' }).click();
      await expect(anybody.getByRole('heading', { name: entry.title })).toBeVisible();
      await expect(anybody.getByText(name)).toBeVisible();
      await expect(anybody.getByText(/^This certificate (is valid|has expired)$/)).toBeVisible();
      await tour.look(anybody, 'verified');
      await anybody.goto(`${demonstration().url}/verify/0000-NONE-SUCH`);
      await expect(anybody.getByRole('heading', { name: 'No certificate has this serial' })).toBeVisible();
      await tour.look(anybody, 'not-found');
    });

    const adviser = await open(browser, ADVISER, `/people/${personId}/record`);
    await test.step('the People Team takes it back, seeing first what follows', async () => {
      await expect(adviser.getByRole('heading', { name: `Record of ${name}` })).toBeVisible();
      await tour.look(adviser, 'record-of');
      await adviser.goto(`${demonstration().url}/people/${personId}/record/${entry.seq}/take-back`);
      await expect(adviser.getByRole('heading', { name: 'What follows' })).toBeVisible();
      await expect(adviser.getByText(/will show that it was revoked/)).toBeVisible();
      await adviser.getByLabel('Why').selectOption({ label: 'Another reason' });
      await adviser.getByRole('button', { name: 'Take it back' }).click();
      await expect(adviser.getByText('Say what the reason is')).toBeVisible();
      await tour.look(adviser, 'take-back');
      await adviser.getByLabel('Note').fill('The list was of another day');
      await adviser.getByRole('button', { name: 'Take it back' }).click();
      await expect(adviser.getByText(`${entry.title} was taken back.`)).toBeVisible();
      await anybody.goto(`${demonstration().url}/verify/${entry.certificate}`);
      await expect(anybody.getByText('This certificate was revoked')).toBeVisible();
      await tour.look(anybody, 'revoked');
      await anybody.context().close();
    });

    await test.step('and records it as it was', async () => {
      await adviser.getByRole('link', { name: 'Record a completion' }).click();
      await adviser.getByRole('button', { name: 'Record it' }).click();
      await expect(adviser.getByText('Choose a course.')).toBeVisible();
      await adviser.getByLabel('Course', { exact: true }).selectOption({ label: entry.title });
      await adviser.getByLabel('Completed on').fill('2026-11-02');
      await expect(adviser.getByRole('heading', { name: 'What follows' })).toBeVisible();
      await tour.look(adviser, 'record-completion');
      await adviser.getByRole('button', { name: 'Record it' }).click();
      await expect(adviser.getByText(`${entry.title} is recorded.`)).toBeVisible();
      await expect(adviser.getByText(/^Taken back /).first()).toBeVisible();
      await tour.look(adviser, 'corrected');
      await adviser.context().close();
    });
  });
}
