import type { CataloguePage, Person, PersonAssignments, PersonPage } from '@lms/contracts';
import { addDays, dateWords } from '@lms/domain';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callerOf, findPerson } from './support/api-caller.js';
import { test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const SECOND = 'daniel.osei@nationalhighways.example';
const MANAGER = 'priya.nair@costain.example';
const WIDTHS = [
  { width: 1280, height: 900, who: 'Priya Nair' },
  { width: 360, height: 780, who: 'Owen Tranter' },
] as const;
/** Nobody in the demonstration is asked for it. */
const COURSE = 'First aid requalification';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let instance: Instance;

test.describe.configure({ timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: true, testClock: true });
});
test.afterAll(() => instance?.stop());

for (const { width, height, who } of WIDTHS) {
  const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${instance.url}${address}`);
    await signIn(page, name);
    return page;
  };

  test(`somebody is asked, gets more time, is exempt and goes on leave, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('assignments-time', width);
    const adviser = await open(browser, ADVISER, `/people?q=${encodeURIComponent(who)}`);
    await adviser.getByRole('link', { name: who }).first().click();
    await adviser.getByRole('link', { name: 'Assignments' }).click();
    await expect(adviser.getByRole('heading', { name: 'Owed now' })).toBeVisible();
    await tour.look(adviser, 'owed');
    const address = adviser.url();

    await test.step('a request is previewed before anybody gets it', async () => {
      await adviser.getByRole('link', { name: 'Ask for a course' }).click();
      await adviser.getByLabel('Course', { exact: true }).fill(COURSE);
      await adviser
        .getByRole('option', { name: new RegExp(COURSE) })
        .first()
        .click();
      await adviser.getByLabel('Why').fill('Nights on the M42');
      await adviser.getByLabel('Due').fill(inDays(30));
      await adviser.getByLabel('Pasted list').fill('nobody@example.org');
      await tour.look(adviser, 'asking');
      await adviser.getByRole('button', { name: 'See who gets it' }).click();
      await expect(adviser.getByRole('heading', { name: '1 person gets it' })).toBeVisible();
      await expect(adviser.getByText('nobody@example.org (nobody)')).toBeVisible();
      await tour.look(adviser, 'preview');
      await adviser.getByRole('button', { name: 'Ask them' }).click();
      await expect(adviser.getByText('Helen Marsh: Nights on the M42')).toBeVisible();
    });

    await test.step('a due date is extended with a reason', async () => {
      await adviser
        .getByRole('button', { name: /^More time/ })
        .first()
        .click();
      const dialog = adviser.getByRole('dialog');
      await dialog.getByLabel('New due date').fill('2099-01-01');
      await dialog.getByLabel('Reason').fill('The session is full');
      await tour.look(adviser, 'more-time');
      await dialog.getByRole('button', { name: 'Give more time' }).click();
      await expect(adviser.getByText(/^Extended to .*: The session is full$/)).toBeVisible();
    });

    await test.step('an exemption waits for another person', async () => {
      await adviser.getByRole('button', { name: `Exempt ${COURSE}` }).click();
      const dialog = adviser.getByRole('dialog');
      await dialog.getByLabel('Reason').fill('Does no night work this winter');
      await tour.look(adviser, 'exempt');
      await dialog.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(adviser.getByText('Waiting for approval')).toBeVisible();
      await adviser.goto(`${instance.url}/requests`);
      await expect(adviser.getByText('You asked for this, so somebody else decides.').first()).toBeVisible();
      await tour.look(adviser, 'not-mine-to-decide');
    });

    await test.step('who is another person', async () => {
      const second = await open(browser, SECOND, '/requests');
      await expect(second.getByRole('link', { name: who })).toBeVisible();
      await tour.look(second, 'to-decide');
      await second.getByRole('button', { name: `Approve ${COURSE}` }).click();
      await expect(second.getByText('Approved.')).toBeVisible();
      await second.getByRole('link', { name: 'Asked', exact: true }).click();
      await expect(second.getByText(new RegExp(`^${COURSE} for 1 person`)).first()).toBeVisible();
      await tour.look(second, 'asked');
      await second.context().close();
    });

    await test.step('leave moves what is due', async () => {
      await adviser.goto(address);
      await expect(adviser.getByText('Exempt today', { exact: true })).toBeVisible();
      await adviser.getByRole('button', { name: 'Add leave' }).click();
      const dialog = adviser.getByRole('dialog');
      await expect(dialog.getByText('Choose both days to see which due dates move.')).toBeVisible();
      await dialog.getByLabel('Last day, as expected').fill('2098-12-31');
      const moved = dialog.getByText(/^from .* to .*$/);
      await expect(moved.first()).toBeVisible();
      const then = /to (.*)$/.exec((await moved.first().textContent()) ?? '')?.[1] ?? 'no day';
      await tour.look(adviser, 'leave');
      await dialog.getByRole('button', { name: 'Add leave' }).click();
      await expect(adviser.getByText('Away today')).toBeVisible();
      // What was shown is what is then so; the page tells no date of what somebody is exempt from.
      const call = await callerOf(instance, ADVISER);
      const { id } = await findPerson(call, who);
      const { assignments } = await call<PersonAssignments>('GET', `/people/${id}/assignments`);
      const days = assignments.flatMap(({ dueOn }) => (dueOn === null ? [] : [dateWords(dueOn)]));
      expect(days.filter((day) => then.includes(day))).not.toEqual([]);
      await tour.look(adviser, 'away');
      await adviser.emulateMedia({ colorScheme: 'dark' });
      await adviser.reload();
      await expect(adviser.getByText('Away today')).toBeVisible();
      await tour.look(adviser, 'dark');
    });

    await test.step('a learner asks for more time, and their line manager gives it', async () => {
      const { learner, courseId } = await asked(width);
      const own = await open(browser, learner, `/catalogue/${courseId}`);
      if (width < 400) await own.emulateMedia({ colorScheme: 'dark' });
      await own.getByRole('button', { name: 'Ask for more time' }).click();
      await own.getByLabel('Why').fill('Nights on the M42');
      await tour.look(own, 'asking-for-more-time');
      await own.getByRole('button', { name: 'Send it' }).click();
      await expect(own.getByText(/^You asked for more time/)).toBeVisible();
      await tour.look(own, 'asked-for-more-time');

      const manager = await open(browser, MANAGER, '/team');
      await expect(manager.getByText('1 request to decide').first()).toBeVisible();
      await tour.look(manager, 'team-with-a-request');
      await manager.getByRole('link', { name: 'Open 1 request to decide' }).click();
      await expect(manager.getByText('Their line managers decide this, or the People Team.')).toBeVisible();
      await tour.look(manager, 'for-the-line-manager');
      await manager.getByRole('button', { name: `Approve ${COURSE}` }).click();
      await expect(manager.getByText('Nothing waits for you')).toBeVisible();
      await own.reload();
      await expect(own.getByRole('button', { name: 'Ask for more time' })).toBeVisible();
      await expect(own.getByText(new RegExp(`^Due .*${dateWords(addDays(inDays(20), 14))}`))).toBeVisible();
      for (const page of [own, manager]) await page.context().close();
    });
  });
}

/** Somebody of the manager's team owes the course, another one at each width; how they sign in. */
async function asked(width: number): Promise<{ learner: string; courseId: string }> {
  const [manager, adviser] = [await callerOf(instance, MANAGER), await callerOf(instance, ADVISER)];
  const { id: managerId } = await findPerson(adviser, 'Priya Nair');
  const { items } = await manager<PersonPage>('GET', '/people?limit=50&status=current');
  const team: Person[] = [];
  for (const { id } of items) {
    const person = await adviser<Person>('GET', `/people/${id}`);
    if (person.account.signInName && person.engagements.some(({ lineManagerId }) => lineManagerId === managerId))
      team.push(person);
  }
  const learner = team[width < 400 ? 0 : 1];
  const { items: courses } = await manager<CataloguePage>('GET', `/catalogue?q=${encodeURIComponent(COURSE)}`);
  const courseId = courses[0]?.courseId;
  if (!learner?.account.signInName || !courseId) throw new Error('Nobody of the team can be asked');
  const whom = { organisationIds: [], schemeIds: [], groups: [], lines: [], personIds: [learner.id] };
  await manager('POST', '/assignment-requests', {
    courseId,
    why: 'For the site',
    dueOn: inDays(20),
    chosen: whom,
    expected: 1,
  });
  return { learner: learner.account.signInName, courseId };
}
