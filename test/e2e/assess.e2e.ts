import { type Browser, expect, type Page } from '@playwright/test';
import path from 'node:path';
import { callApi } from './support/browser-api.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

/** The demonstration's own people: who asked for a signature, who sent a card, who looks at them. */
const MANAGER = 'Line manager';
const VERIFIER = 'People Team';
const COORDINATOR = 'Supplier coordinator';
const CARD = path.resolve('libs/demo/assets/cards/card.jpg');

const WIDTHS = [
  { width: 360, height: 780, place: 0 },
  { width: 1280, height: 900, place: 1 },
] as const;

interface Account {
  role: string;
  signInName: string;
}
interface Waiting {
  items: { id: string; personId: string; name: string; activityId: string }[];
}

const demonstration = sharedDemonstration();
let accounts: Account[];

const nameOf = (role: string): string => accounts.find((account) => account.role === role)?.signInName ?? '';
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  accounts = JSON.parse((await demonstration().lms(['demo:accounts', '--json'])).stdout) as Account[];
});

for (const { width, height, place } of WIDTHS) {
  const inside = async (browser: Browser, signInName: string, at = '/'): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      hasTouch: width < 720,
    });
    const page = await context.newPage();
    await page.goto(demonstration().url + at);
    await signIn(page, signInName);
    return page;
  };
  /** What somebody signs in with, as the People Team sees it. */
  const signInNameOf = async (adviser: Page, personId: string): Promise<string> =>
    (await callApi<{ account: { signInName: string } }>(adviser, 'GET', `/people/${personId}`)).account.signInName;
  const allMet = async (page: Page): Promise<void> => {
    for (const item of await page
      .getByRole('group', { name: /./ })
      .filter({ has: page.getByRole('radio') })
      .all()) {
      await item.getByRole('radio', { name: 'Met', exact: true }).check({ force: true });
    }
  };

  test(`a practical is signed on the spot, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('assess', width);
    const adviser = await inside(browser, nameOf(VERIFIER));
    const manager = await inside(browser, nameOf(MANAGER), '/assess');
    const asked = (await callApi<Waiting>(manager, 'GET', '/assessments/waiting')).items[place];
    const learnerName = asked?.name ?? '';

    await test.step('the line manager finds who asked', async () => {
      await expect(manager.getByRole('heading', { name: 'To assess', level: 1 })).toBeVisible();
      await expect(manager.getByRole('button', { name: `Assess ${learnerName}` })).toBeVisible();
      await tour.look(manager, 'to-assess');
    });

    await test.step('one critical item is not met: it does not pass', async () => {
      await manager.getByRole('button', { name: `Assess ${learnerName}` }).click();
      await expect(manager.getByRole('heading', { name: learnerName, level: 1 })).toBeVisible();
      await tour.look(manager, 'sheet');
      await allMet(manager);
      const first = manager.getByRole('group', { name: /Reads the plans/ });
      await first.getByRole('radio', { name: 'Not yet' }).check({ force: true });
      await manager.getByRole('textbox', { name: 'Note', exact: true }).fill('Two services were missed on the plan.');
      await expect(manager.getByText('This has to be met first:')).toBeVisible();
      await expect(manager.getByText('Saved', { exact: true })).toBeVisible();
      await manager.getByRole('button', { name: `Sign for ${learnerName}` }).click();
      await expect(manager.getByText(`saw ${learnerName} do this today`)).toBeVisible();
      await tour.look(manager, 'confirm');
      await manager.getByRole('button', { name: /^Sign as / }).click();
      await expect(manager.getByText(`Signed. ${learnerName} is told what is missing.`)).toBeVisible();
      await tour.look(manager, 'signed-not-passed');
    });

    const learner = await inside(browser, await signInNameOf(adviser, asked?.personId ?? ''));
    await test.step('the learner sees what was missing, and asks again', async () => {
      await expect(learner.getByRole('heading', { name: 'Needs another look' })).toBeVisible();
      await tour.look(learner, 'today-not-passed');
      await learner.getByRole('link', { name: /^Open Service avoidance/ }).click();
      await expect(learner.getByText('Two services were missed on the plan.')).toBeVisible();
      await tour.look(learner, 'learner-not-passed');
      await learner.getByLabel(/Anything they should know/).fill('Ready at the east gate.');
      await learner.getByRole('button', { name: 'Ask again' }).click();
      await expect(learner.getByText('You wrote: “Ready at the east gate.”')).toBeVisible();
      await tour.look(learner, 'learner-asked');
    });

    await test.step('the manager goes on without signal, and nothing is lost', async () => {
      await manager.goto(`${demonstration().url}/assess`);
      await manager.getByRole('button', { name: `Assess ${learnerName}` }).click();
      await expect(manager.getByText(`${learnerName} wrote: “Ready at the east gate.”`)).toBeVisible();
      await manager.context().setOffline(true);
      await allMet(manager);
      await manager.locator('input[type=file]').first().setInputFiles(CARD);
      await expect(manager.getByText('Waits for signal. It is kept on this phone.')).toBeVisible();
      await expect(manager.getByText('Waiting for signal. Everything is safe on this phone.')).toBeVisible();
      await tour.look(manager, 'without-signal');
      await manager.context().setOffline(false);
      await expect(manager.getByText('Waits for signal. It is kept on this phone.')).toHaveCount(0, {
        timeout: 30_000,
      });
      await expect(manager.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
      const photo = manager.getByRole('img', { name: /^Photo 1/ });
      await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
      // What is on the server is there after the page was loaded again.
      await manager.reload();
      await expect(manager.getByText('6 of 6 looked at')).toBeVisible();
      await tour.look(manager, 'all-met');
      await manager.getByRole('button', { name: `Sign for ${learnerName}` }).click();
      await manager.getByRole('button', { name: /^Sign as / }).click();
      await expect(manager.getByText(`${learnerName} has passed. It is on their record.`)).toBeVisible();
    });

    await test.step('it stands on the learner’s record', async () => {
      await learner.reload();
      await expect(learner.getByText(/^Passed\. Signed by/)).toBeVisible();
      await tour.look(learner, 'learner-passed');
      await learner.goto(`${demonstration().url}/record`);
      await expect(learner.getByText('Signed by an assessor').first()).toBeVisible();
    });
    for (const page of [adviser, manager, learner]) await page.context().close();
  });

  test(`a card is returned, sent again and accepted, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('assess-evidence', width);
    const verifier = await inside(browser, nameOf(VERIFIER), '/evidence');
    const card = (await callApi<Waiting>(verifier, 'GET', '/evidence')).items[0];
    const learnerName = card?.name ?? '';

    await test.step('the verifier sees what was sent beside what was typed', async () => {
      await expect(verifier.getByRole('heading', { name: 'Evidence', level: 1 })).toBeVisible();
      await tour.look(verifier, 'queue');
      await verifier.goto(`${demonstration().url}/evidence/${card?.id ?? ''}`);
      const picture = verifier.getByRole('img', { name: /^What was sent/ });
      await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
      expect(new URL((await picture.getAttribute('src')) ?? '').host).not.toBe(new URL(demonstration().url).host);
      await tour.look(verifier, 'card');
    });

    await test.step('and returns it', async () => {
      await verifier.getByRole('button', { name: 'Return it' }).click();
      await verifier.getByLabel('What is missing?').fill('The date cannot be read.');
      await tour.look(verifier, 'return');
      await verifier.getByRole('button', { name: `Return it to ${learnerName}` }).click();
      await expect(verifier.getByText(`Returned. ${learnerName} is told.`)).toBeVisible();
      await tour.look(verifier, 'returned');
    });

    const learner = await inside(browser, await signInNameOf(verifier, card?.personId ?? ''));
    await test.step('the learner sees why, and sends it again with a photo', async () => {
      await expect(learner.getByText('It came back: “The date cannot be read.”')).toBeVisible();
      await tour.look(learner, 'today-returned');
      await learner
        .getByRole('listitem')
        .filter({ hasText: 'The date cannot be read.' })
        .getByRole('link', { name: /^Open/ })
        .click();
      await expect(learner.getByRole('button', { name: 'Send again' })).toBeVisible();
      await tour.look(learner, 'learner-returned');
      await learner.getByLabel('Issued on').fill(dayFrom(-1));
      await learner.getByLabel('Expires on').fill(dayFrom(700));
      await learner.locator('input[type=file]').last().setInputFiles(CARD);
      await expect(learner.getByText('Ready to send')).toBeVisible({ timeout: 20_000 });
      await tour.look(learner, 'learner-ready');
      await learner.getByRole('button', { name: 'Send again' }).click();
      await expect(learner.getByText('Sent. Somebody checks it.')).toBeVisible();
      await tour.look(learner, 'learner-sent');
    });

    await test.step('the verifier accepts it, and it counts to the end of the card', async () => {
      const again = (await callApi<Waiting>(verifier, 'GET', `/evidence?q=${encodeURIComponent(learnerName)}`))
        .items[0];
      await verifier.goto(`${demonstration().url}/evidence/${again?.id ?? ''}`);
      await verifier.getByRole('button', { name: 'Accept' }).click();
      await expect(verifier.getByText(`Accepted. It is on the record of ${learnerName}.`)).toBeVisible();
      await tour.look(verifier, 'accepted');
      const record = await callApi<{ completions: { source: string; validUntil: string }[] }>(
        learner,
        'GET',
        '/my/record',
      );
      expect(record.completions[0]).toMatchObject({ source: 'evidence', validUntil: dayFrom(700) });
    });

    const coordinator = await inside(browser, nameOf(COORDINATOR), '/evidence/new');
    await test.step('a coordinator sends one for somebody', async () => {
      await coordinator.getByLabel('Find a person by name').fill('a');
      await coordinator
        .getByRole('button', { name: /^Choose/ })
        .nth(place)
        .click();
      await coordinator.getByRole('button', { name: /^Choose NRSWA/ }).click();
      await coordinator.getByLabel('Issued by').selectOption({ index: 1 });
      await coordinator.getByLabel('Number').fill('SW 4711');
      await coordinator.getByLabel('Issued on').fill(dayFrom(-3));
      await coordinator.getByLabel('Expires on').fill(dayFrom(900));
      await coordinator.locator('input[type=file]').last().setInputFiles(CARD);
      await expect(coordinator.getByText('Ready to send')).toBeVisible({ timeout: 20_000 });
      await tour.look(coordinator, 'coordinator');
      await coordinator.getByRole('button', { name: 'Send for checking' }).click();
      await expect(coordinator.getByText('Sent. Somebody checks it.')).toBeVisible();
      await coordinator.goto(`${demonstration().url}/evidence`);
      await expect(coordinator.getByText('Waiting for a check').first()).toBeVisible();
      await tour.look(coordinator, 'coordinator-sent');
    });
    for (const page of [verifier, learner, coordinator]) await page.context().close();
  });
}
