import { randomUUID } from 'node:crypto';
import type { CoursePage, Person, PersonPage } from '@lms/contracts';
import { addDays, addMonths, dateWords } from '@lms/domain';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { type Call, callerOf, findPerson } from './support/api-caller.js';
import { test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const MANAGER = { name: 'Priya Nair', signInName: 'priya.nair@costain.example' };
const LEARNER = { name: 'Kofi Mensah', signInName: 'kofi.mensah' };
const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
] as const;
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

test.describe.configure({ mode: 'serial', timeout: 180_000 });

for (const { width, height } of WIDTHS) {
  test.describe(`a working life at ${width} px`, () => {
    // A clock only goes on, so each width has its own.
    let instance: Instance;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      instance = await startInstance({ demo: true, testClock: true });
    });
    test.afterAll(() => instance?.stop());

    const page = async (browser: Browser, address: string): Promise<Page> => {
      const opened = await (await browser.newContext({ viewport: { width, height } })).newPage();
      await opened.goto(`${instance.url}${address}`);
      return opened;
    };
    const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
      const opened = await page(browser, address);
      await signIn(opened, name);
      return opened;
    };
    /** Noon of that day, and what the worker does when it starts. */
    const goTo = async (day: string): Promise<void> => {
      await instance.goTo(`${day}T12:00:00Z`);
      instance.killWorker();
    };

    test(`somebody leaves, takes their record along, and comes back, at ${width} px`, async ({ browser }) => {
      const tour = new Tour('assignments-life', width);
      const today = londonDay.format(new Date());
      const lastDay = addDays(today, 20);
      const leaver = await reportOf(await callerOf(instance, MANAGER.signInName), await callerOf(instance, ADVISER));

      await test.step('their last day is known, and their manager has something to do', async () => {
        const adviser = await open(browser, ADVISER, `/people/${leaver.id}`);
        await adviser.getByRole('button', { name: 'Edit Costain' }).click();
        await adviser.getByLabel('Last day').fill(lastDay);
        await adviser.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
        await expect(adviser.getByText('The engagement is saved.')).toBeVisible();
        await tour.look(adviser, 'last-day');
        await adviser.context().close();
        await goTo(addDays(lastDay, -10));
        const manager = await open(browser, MANAGER.signInName, '/tasks');
        const handover = `Agree the handover with ${leaver.knownAs ?? leaver.givenName}`;
        await expect(manager.getByRole('heading', { name: handover })).toBeVisible();
        await tour.look(manager, 'manager-tasks');
        await manager.getByRole('button', { name: `Done ${handover}` }).click();
        await manager.getByRole('button', { name: 'It is done' }).click();
        await expect(manager.getByRole('heading', { name: handover })).toHaveCount(0);
        await manager.context().close();
      });

      await test.step('they see the way out, answer the exit survey, and take the record along', async () => {
        const own = await open(browser, leaver.account.signInName ?? '', '/');
        await expect(own.getByRole('heading', { name: /^Your access ends on/ })).toBeVisible();
        await expect(own.getByText('We have no address of your own')).toHaveCount(0);
        await expect(own.getByRole('heading', { name: 'Your route: Offboarding' })).toBeVisible();
        await tour.look(own, 'leaving');
        await own
          .getByRole('link', { name: /Before you leave/ })
          .first()
          .click();
        await own.getByRole('radio', { name: 'Pay' }).check();
        for (const statement of ['I could speak up', 'I was given what I needed'])
          await own
            .getByRole('radiogroup', { name: new RegExp(statement) })
            .getByRole('radio', { name: '4' })
            .check({ force: true });
        await own.getByRole('button', { name: 'Send your answers' }).click();
        await expect(own.getByText('Course complete. It is on your record.')).toBeVisible();
        await tour.look(own, 'exit-survey-sent');
        await own.goto(`${instance.url}/record`);
        await download(own, own.getByRole('link', { name: 'PDF', exact: true }), /^record\.pdf$/);
        await own.context().close();
      });

      await test.step('the day after, they cannot sign in', async () => {
        await goTo(addDays(lastDay, 1));
        const own = await page(browser, '/');
        await own
          .getByLabel(/sign-in name|e-mail/i)
          .first()
          .fill(leaver.account.signInName ?? '');
        await own.getByLabel('Password', { exact: true }).fill('waymark-demo');
        await own.getByRole('button', { name: 'Sign in' }).click();
        await expect(own.getByRole('alert')).toBeVisible();
        await tour.look(own, 'no-sign-in');
        await own.context().close();
      });

      await test.step('a link that the People Team sees sent opens the record without sign-in, for 30 days', async () => {
        const adviser = await open(browser, ADVISER, `/people/${leaver.id}`);
        await expect(async () => {
          await adviser.reload();
          await expect(adviser.getByText(/^Sent .* to own\.address@example\.org\.$/)).toBeVisible({ timeout: 2000 });
        }).toPass();
        await tour.look(adviser, 'left');
        await adviser.goto(`${instance.url}/outbox`);
        await adviser.getByRole('link', { name: 'Your training record, to take along' }).first().click();
        const link = adviser.getByRole('link', { name: /\/leaver#/ }).first();
        await expect(link).toBeVisible();
        await tour.look(adviser, 'mail');
        const address = (await link.getAttribute('href')) ?? '';
        await adviser.context().close();
        const anybody = await page(browser, new URL(address).pathname + new URL(address).hash);
        await expect(anybody.getByRole('heading', { name: 'Your training record' })).toBeVisible();
        await tour.look(anybody, 'take-along');
        for (const kind of ['Download as PDF', 'Download as spreadsheet (CSV)']) {
          await download(anybody, anybody.getByRole('button', { name: kind }), /^training-record.*\.(pdf|csv)$/);
        }
        await goTo(addDays(lastDay, 31));
        await anybody.reload();
        await expect(anybody.getByRole('heading', { name: 'This link has ended' })).toBeVisible();
        await tour.look(anybody, 'link-ended');
        await anybody.context().close();
      });

      await test.step('who is taken on again keeps what is valid, and does the rest', async () => {
        const adviser = await open(browser, ADVISER, `/people/${leaver.id}`);
        await adviser.getByRole('button', { name: 'Add an engagement' }).click();
        const dialog = adviser.getByRole('dialog');
        await dialog.getByLabel('Organisation', { exact: true }).fill('Kestrel');
        await adviser.getByRole('option', { name: /Kestrel/ }).click();
        await dialog.getByLabel('Employee number').fill('KV-0042');
        await dialog.getByLabel('Job role').fill('Barrier supervisor');
        await dialog.getByLabel('Group', { exact: true }).selectOption('site');
        await dialog.getByLabel('First day').fill(addDays(lastDay, 35));
        await tour.look(adviser, 'rehire');
        await dialog.getByRole('button', { name: 'Add an engagement' }).click();
        await expect(adviser.getByText('The engagement is added.')).toBeVisible();
        // The work address of the former employer opens nothing any more; the account and the password are the same.
        const call = await callerOf(instance, ADVISER);
        const signInName = async () => (await call<Person>('GET', `/people/${leaver.id}`)).account.signInName;
        await expect.poll(signInName).toBe('own.address@example.org');
        await adviser.reload();
        const address = adviser.getByRole('definition').filter({ hasText: 'own.address@example.org' });
        await expect(address).toHaveCount(2);
        await tour.look(adviser, 'account');
        await adviser.context().close();
        const own = await open(browser, 'own.address@example.org', '/');
        await expect(own.getByRole('heading', { name: /^Your route: Site operative/ })).toBeVisible();
        await tour.look(own, 'back');
        await own.context().close();
      });
    });

    test(`courses come again over the years, each in its own way, at ${width} px`, async ({ browser }) => {
      const tour = new Tour('assignments-years', width);
      const first = addDays(londonDay.format(new Date()), 60);
      const [five, three] = [addDays(addMonths(first, 60), -1), addDays(addMonths(first, 36), -1)];
      await instance.goTo(`${first}T12:00:00Z`);
      const { id: personId } = await findPerson(await callerOf(instance, ADVISER), LEARNER.name);
      /** Tokens end by the clock that moved, so everybody signs in again. */
      const record = async (title: string, completedOn: string) => {
        const call = await callerOf(instance, ADVISER);
        const courseId = await courseOf(call, title);
        await call('POST', `/people/${personId}/completions`, { id: randomUUID(), courseId, completedOn });
      };
      /** What Today says in the row of a course, on a day. */
      const told = async (day: string, title: string, sentence: string) => {
        await instance.goTo(`${day}T12:00:00Z`);
        const own = await open(browser, LEARNER.signInName, '/');
        const row = own.getByRole('listitem').filter({ has: own.getByRole('heading', { name: title, exact: true }) });
        await expect(row).toContainText(sentence);
        return own;
      };

      for (const title of ['SMSTS', 'First aid', 'NRSWA']) {
        const call = await callerOf(instance, ADVISER);
        const chosen = { personIds: [personId] };
        const request = { courseId: await courseOf(call, title), why: 'Leads a gang', dueOn: addDays(first, 30) };
        await call('POST', '/assignment-requests', { ...request, chosen, expected: 1 });
        await record(title, first);
      }

      await test.step('first aid has ended ten days ago, and the requalification still renews it', async () => {
        const own = await told(addDays(three, 10), 'First aid', 'First aid requalification renews it.');
        await tour.look(own, 'requalification');
        await own.context().close();
        const adviser = await open(browser, ADVISER, `/people/${personId}/record/new`);
        await adviser.getByLabel('Course', { exact: true }).selectOption({ label: 'First aid requalification' });
        await adviser.getByLabel('Completed on').fill(addDays(three, 10));
        await expect(adviser.getByRole('heading', { name: 'What follows' })).toBeVisible();
        await tour.look(adviser, 'recording-it');
        await adviser.getByRole('button', { name: 'Record it' }).click();
        await expect(adviser.getByText('First aid requalification is recorded.')).toBeVisible();
        await expect(adviser.getByText('By its refresher').first()).toBeVisible();
        await adviser.context().close();
      });

      await test.step('SMSTS is renewed sixty days early by its refresher, and loses no day', async () => {
        const own = await told(addDays(five, -60), 'SMSTS', 'SMSTS refresher renews it.');
        await record('SMSTS refresher', addDays(five, -60));
        await own.goto(`${instance.url}/record`);
        const until = addDays(addMonths(addDays(five, 1), 60), -1);
        await expect(own.getByText(dateWords(until)).first()).toBeVisible();
        await tour.look(own, 'renewed-early');
        await own.context().close();
      });

      await test.step('street works have lapsed: the reassessment and what it leaves out', async () => {
        const both = 'Street works reassessment and Street works, practical units together renew it.';
        const own = await told(addDays(five, 5), 'NRSWA', both);
        await tour.look(own, 'remainder');
        await own.context().close();
      });

      await test.step('five years on SMSTS has lapsed, and the whole course is needed', async () => {
        const own = await told(addDays(addMonths(five, 60), 5), 'SMSTS', 'the whole course is needed');
        await expect(own.getByRole('link', { name: 'SMSTS refresher' })).toHaveCount(0);
        await tour.look(own, 'lapsed');
        await own.context().close();
      });
    });
  });
}

async function courseOf(call: Call, title: string): Promise<string> {
  const { items } = await call<CoursePage>('GET', `/courses?q=${encodeURIComponent(title)}`);
  return items.find((course) => course.title === title)?.id ?? '';
}

async function download(on: Page, link: { click(): Promise<void> }, name: RegExp): Promise<void> {
  const [file] = await Promise.all([on.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toMatch(name);
}

/** Somebody who reports to the manager and stays, with an address of their own. */
async function reportOf(manager: Call, adviser: Call) {
  const { id: managerId } = await findPerson(adviser, MANAGER.name);
  const { items } = await manager<PersonPage>('GET', '/people?limit=50');
  for (const { id, name, endsOn, status } of items) {
    if (name === MANAGER.name || endsOn !== null || status !== 'current') continue;
    const person = await findPerson(adviser, name);
    if (person.id !== id || person.engagements[0]?.lineManagerId !== managerId) continue;
    const { givenName, familyName, knownAs, phone, version } = person;
    const body = { givenName, familyName, knownAs, phone, contactEmail: 'own.address@example.org' };
    await adviser('PUT', `/people/${id}`, body, { 'if-match': `"${version}"` });
    return findPerson(adviser, name);
  }
  throw new Error(`Nobody who stays reports to ${MANAGER.name}`);
}
