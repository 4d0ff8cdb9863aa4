import type { Exemption, PersonAssignments } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callerOf, findPerson } from './support/api-caller.js';
import { test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const SECOND = 'daniel.osei@nationalhighways.example';
const LEARNER = { name: 'Kofi Mensah', signInName: 'kofi.mensah' };
/** Nobody in the demonstration is asked for it. */
const COURSE = 'First aid requalification';
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

test.describe.configure({ mode: 'serial', timeout: 150_000 });

for (const [width, height] of [
  [1280, 900],
  [360, 780],
] as const) {
  test.describe(`an exemption at ${width} px`, () => {
    // A clock only goes on, so each width has its own.
    let instance: Instance;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      instance = await startInstance({ demo: true, testClock: true });
    });
    test.afterAll(() => instance?.stop());

    const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
      const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
      await page.goto(`${instance.url}${address}`);
      await signIn(page, name);
      return page;
    };

    test(`lapses by itself, and what it spared is owed again, at ${width} px`, async ({ browser }) => {
      const tour = new Tour('exemption-lapse', width);
      const today = londonDay.format(new Date());
      const [due, last] = [addDays(today, 10), addDays(today, 30)];
      const adviser = await callerOf(instance, ADVISER);
      const { id: personId } = await findPerson(adviser, LEARNER.name);
      const { items } = await adviser<{ items: { id: string }[] }>('GET', `/courses?q=${encodeURIComponent(COURSE)}`);
      const courseId = items[0]?.id;
      await adviser('POST', '/assignment-requests', {
        ...{ courseId, dueOn: due, why: 'Nights on the M42', chosen: { personIds: [personId] }, expected: 1 },
      });
      await adviser('POST', `/people/${personId}/exemptions`, {
        ...{ courseId, fromOn: today, toOn: last, reason: 'Does no night work this month' },
      });
      const second = await callerOf(instance, SECOND);
      const page = () => second<PersonAssignments>('GET', `/people/${personId}/assignments`);
      const waiting = (await page()).exemptions.find((one: Exemption) => one.state === 'waiting');
      await second('POST', `/exemptions/${waiting?.id}/decision`, { approve: true, note: '' });

      await test.step('while it lasts, nothing is owed and nothing is overdue', async () => {
        await instance.goTo(`${last}T12:00:00Z`);
        const team = await open(browser, ADVISER, `/people/${personId}/assignments`);
        await expect(team.getByText('Exempt today', { exact: true })).toBeVisible();
        await tour.look(team, 'team-exempt');
        await team.context().close();
        const own = await open(browser, LEARNER.signInName, '/record');
        await expect(own.getByRole('row', { name: new RegExp(`${COURSE}.*Exempt`) })).toBeVisible();
        await own.context().close();
      });

      await test.step('the day after, both see that it has lapsed and what is owed again', async () => {
        await instance.goTo(`${addDays(last, 1)}T12:00:00Z`);
        const team = await open(browser, ADVISER, `/people/${personId}/assignments`);
        await expect(team.getByText('Exempt today')).toHaveCount(0);
        await expect(team.getByText('Lapsed', { exact: true })).toBeVisible();
        await expect(team.getByRole('button', { name: `Exempt ${COURSE}` })).toBeVisible();
        await tour.look(team, 'team-lapsed');
        await team.context().close();
        const own = await open(browser, LEARNER.signInName, '/');
        await expect(own.getByRole('heading', { name: COURSE, exact: true }).first()).toBeVisible();
        await tour.look(own, 'own-today');
        await own.goto(`${instance.url}/record`);
        await expect(own.getByRole('row', { name: new RegExp(`${COURSE}.*Overdue`) })).toBeVisible();
        await tour.look(own, 'own-record');
        await own.context().close();
      });
    });
  });
}
