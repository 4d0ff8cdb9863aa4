import { type Browser, expect, type Page } from '@playwright/test';
import { type Call, callerOf } from './support/api-caller.js';
import { openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const COORDINATOR = 'tom.brackley@brackenfell.example';
const TRAINER = 'gareth.pugh@costain.example';
const OWN = 'three words together';
const COURSE = 'Mental health toolbox talk';
const MINUTE = 60_000;

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 180_000 });

interface Worker {
  personId: string;
  name: string;
}
interface CrewMember extends Worker {
  late: number;
  hasMailbox: boolean;
  next: { title: string } | null;
}

/** Two of the crew who owe the talk next, are booked for none and come in with a card; of the second nothing else is late. */
async function lateForTheTalk(call: Call): Promise<[Worker, Worker]> {
  const { items: own } = await call<{ items: { id: string }[] }>('GET', '/my/organisations');
  const { items } = await call<{ items: CrewMember[] }>('GET', `/organisations/${own[0]!.id}/crew?show=late&limit=100`);
  const late = items.filter((person) => !person.hasMailbox && person.next?.title === COURSE);
  const ids = late.map(({ personId }) => personId).join(',');
  const { items: booked } = await call<{ items: { personId: string }[] }>('GET', `/bookings?personIds=${ids}`);
  const free = late.filter(({ personId }) => booked.every((booking) => booking.personId !== personId));
  const second = free.find((person) => person.late === 1);
  const first = free.findLast((person) => person !== second);
  if (!first || !second) throw new Error('The demonstration has too few people who owe the talk');
  return [first, second];
}

/** A talk with one place, half an hour from now. */
async function planTalk(call: Call, place: string): Promise<string> {
  const { personId } = await call<{ personId: string }>('GET', '/me');
  const { items } = await call<{ items: { activities: { activityId: string }[] }[] }>(
    'GET',
    `/sessions/courses?q=${encodeURIComponent(COURSE)}`,
  );
  const id = crypto.randomUUID();
  await call('POST', '/sessions', {
    id,
    activityId: items[0]!.activities[0]!.activityId,
    ...talk(place, personId, 25),
  });
  return id;
}
const talk = (place: string, trainerId: string, minutes: number) => ({
  ...{ form: 'toolbox-talk', place, joinUrl: null, note: 'By the signing-in board.', capacity: 1 },
  startsAt: new Date(Date.now() + minutes * MINUTE).toISOString(),
  endsAt: new Date(Date.now() + (minutes + 60) * MINUTE).toISOString(),
  ...{ trainerIds: [trainerId], organisationIds: [] },
});

for (const place of WIDTHS) {
  const { width, height, code } = place;
  const open = openingAt(demonstration, place);

  /** Comes in with a card for the first time, to a page. */
  const comesIn = async (browser: Browser, card: { signInName: string; pin: string }, at: string): Promise<Page> => {
    const context = await browser.newContext({
      ...{ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London' },
    });
    const page = await context.newPage();
    await page.goto(`${demonstration().url}/sign-in?next=${encodeURIComponent(at)}`);
    await page.getByLabel(/sign-in name/i).fill(card.signInName);
    await page.getByLabel('Password', { exact: true }).fill(card.pin);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('New password').fill(OWN);
    await page.getByRole('button', { name: 'Save' }).click();
    const notice = page.getByRole('button', { name: 'I have read this' });
    await expect(notice.or(page.getByRole('heading', { level: 1, name: 'My sessions' }))).toBeVisible();
    if (await notice.isVisible()) await notice.click();
    return page;
  };

  test(`two of a crew are booked for one place, and who comes is in order, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('sessions', width);
    const where = `Canteen ${code}`;
    const [coordinator, trainer] = await Promise.all([
      callerOf(demonstration(), COORDINATOR),
      callerOf(demonstration(), TRAINER),
    ]);
    const [first, second] = await lateForTheTalk(coordinator);
    const sessionId = await planTalk(trainer, where);
    const { cards } = await coordinator<{ cards: { personId: string; signInName: string; pin: string }[] }>(
      'POST',
      '/sign-in-cards',
      { people: [{ personId: first.personId }, { personId: second.personId }] },
    );
    const cardOf = (worker: Worker) => cards.find(({ personId }) => personId === worker.personId)!;

    const crew = await open(browser, COORDINATOR, '/crew?show=late');
    await test.step('from who is not in order to one booked and one waiting', async () => {
      for (const { name } of [first, second]) await crew.getByRole('checkbox', { name: `Select ${name}` }).check();
      await crew
        .getByRole('region', { name: 'With those who are selected' })
        .getByRole('link', { name: 'Book a session' })
        .click();
      await expect(crew.getByRole('heading', { level: 1, name: 'Book a session' })).toBeVisible();
      await crew.getByRole('radio', { name: new RegExp(where) }).check();
      const book = crew.getByRole('button', { name: 'Book 1, and put 1 on the waiting list' });
      await expect(book).toBeVisible();
      await tour.look(crew, 'preview');
      await book.click();
      await expect(crew.getByRole('heading', { name: '1 is on the waiting list' })).toBeVisible();
      await expect(crew.getByText(`${second.name} (number 1)`)).toBeVisible();
      await tour.look(crew, 'booked');
      await crew.getByRole('link', { name: 'Back' }).last().click();
      await expect(crew).toHaveURL(/\/crew\?show=late/);
      const row = crew.getByRole('listitem').filter({ hasText: first.name });
      await expect(row.getByRole('link', { name: /^Booked/ })).toBeVisible();
      await tour.look(crew, 'crew');
    });

    await test.step('who is booked gives the place up', async () => {
      const page = await comesIn(browser, cardOf(first), '/my/sessions');
      await expect(page.getByText(where)).toBeVisible();
      await tour.look(page, 'mine');
      await page.goto(demonstration().url);
      await expect(page.getByRole('region', { name: 'Booked' }).getByText(where)).toBeVisible();
      await tour.look(page, 'today');
      await page.goto(`${demonstration().url}/sessions`);
      await tour.look(page, 'sessions');
      await page.getByRole('link', { name: COURSE }).first().click();
      await expect(page.getByRole('heading', { name: 'You are booked' })).toBeVisible();
      await tour.look(page, 'session');
      await page.getByRole('button', { name: 'Cancel my booking' }).click();
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await expect(page.getByRole('button', { name: 'Cancel my booking' })).toHaveCount(0);
      await page.context().close();
    });

    const worker = await comesIn(browser, cardOf(second), '/my/sessions');
    await test.step('who waited has the place, and is told', async () => {
      await expect(worker.getByText('You are booked', { exact: true })).toBeVisible();
      await worker.goto(`${demonstration().url}/notices`);
      await expect(worker.getByRole('link', { name: `You have a place in “${COURSE}” now` })).toBeVisible();
      await worker.getByRole('link', { name: `You have a place in “${COURSE}” now` }).click();
      await expect(worker).toHaveURL(/\/my\/sessions/);
    });

    const desk = await open(browser, TRAINER, `/sessions/${sessionId}`);
    await test.step('the trainer shows the code, the worker types it', async () => {
      await expect(desk.getByRole('heading', { name: second.name })).toBeVisible();
      await tour.look(desk, 'who-comes');
      await desk.getByRole('link', { name: 'Change' }).click();
      await expect(desk.getByRole('textbox', { name: 'Place' })).toHaveValue(where);
      await tour.look(desk, 'change');
      await desk.goBack();
      await desk.getByRole('link', { name: 'Open the register' }).click();
      await expect(desk.getByText('1 open')).toBeVisible();
      await desk.getByRole('link', { name: `Sign here ${second.name}` }).click();
      await expect(desk.getByText(`This is ${second.name}.`, { exact: false })).toBeVisible();
      await tour.look(desk, 'sign');
      await desk.getByRole('link', { name: 'Not me' }).click();
      await desk.getByRole('link', { name: 'Show the code' }).click();
      const shown = desk.getByRole('img', { name: /^The code is/ });
      await expect(shown).toBeVisible();
      await tour.look(desk, 'code');
      await worker.getByRole('link', { name: 'Check in' }).last().click();
      await expect(worker.getByRole('heading', { level: 1, name: COURSE })).toBeVisible();
      const digits = ((await shown.getAttribute('aria-label')) ?? '').replaceAll(/\D/g, '');
      for (const digit of digits) await worker.getByRole('button', { name: `Digit ${digit}` }).click();
      await tour.look(worker, 'check-in');
      await worker.getByRole('button', { name: 'Check in' }).click();
      await expect(worker.getByRole('heading', { name: 'You are in' })).toBeVisible();
      await tour.look(worker, 'in');
      await expect(desk.getByText('1 of 1 are in')).toBeVisible();
    });

    await test.step('it begins early, and the register is closed', async () => {
      const { personId } = await trainer<{ personId: string }>('GET', '/me');
      await trainer('PUT', `/sessions/${sessionId}`, talk(where, personId, -5), { 'if-match': '"1"' });
      await desk.getByRole('link', { name: 'Back to the register' }).click();
      await expect(desk.getByText(/^Signed in with the code/)).toBeVisible();
      await desk.reload();
      await desk.getByRole('button', { name: 'See what will be recorded' }).click();
      await expect(desk.getByText(/is recorded for 1 person who is there/)).toBeVisible();
      await tour.look(desk, 'register');
      await desk.getByRole('button', { name: 'Close and record' }).click();
      await expect(desk.getByText(/^Closed .* by Gareth Pugh/)).toBeVisible();
      await tour.look(desk, 'closed');
      await desk.goto(`${demonstration().url}/sessions/new`);
      await expect(desk.getByRole('button', { name: 'Plan it' })).toBeVisible();
      await tour.look(desk, 'plan');
      await desk.context().close();
    });

    await test.step('it stands on the record, and the crew has one more in order', async () => {
      await worker.goto(`${demonstration().url}/record`);
      await expect(worker.getByRole('row').filter({ hasText: COURSE }).first()).toContainText('Valid');
      await worker.context().close();
      await crew.goto(`${demonstration().url}/crew?q=${encodeURIComponent(second.name)}`);
      const row = crew.getByRole('listitem').filter({ hasText: second.name });
      await expect(row).toBeVisible();
      await expect(row).not.toContainText(COURSE);
      await crew.context().close();
    });
  });
}
