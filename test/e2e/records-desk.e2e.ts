import type { Course, CoursePage, PersonPage } from '@lms/contracts';
import { expect } from '@playwright/test';
import { callerOf } from './support/api-caller.js';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const TRAINER = 'gareth.pugh@costain.example';
/** Recorded in person. */
const COURSE = 'Psychological safety';

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const place of WIDTHS) {
  const { width } = place;
  const open = openingAt(demonstration, place);

  test(`a trainer takes back a slip of their own, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('records-desk', width);
    const call = await callerOf(demonstration(), TRAINER);
    const { items } = await call<CoursePage>('GET', `/courses?q=${encodeURIComponent(COURSE)}`);
    const course = await call<Course>('GET', `/courses/${items[0]?.id}`);
    const activity = course.versions.find(({ state }) => state === 'published')?.activities[0];
    const seen = await call<PersonPage>('GET', '/people?limit=20');
    const { personId: self } = await call<{ personId: string }>('GET', '/me');
    // Somebody of their own for each width.
    const person = seen.items.filter(({ id }) => id !== self)[WIDTHS.indexOf(place)];
    const who = person?.name ?? '';
    const completedOn = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    await call('POST', `/activities/${activity?.id}/in-person`, {
      personIds: [person?.id],
      completedOn,
      note: 'Hut 3',
    });

    const trainer = await open(browser, TRAINER, `/courses/${course.id}/record-in-person`);
    await trainer.getByRole('link', { name: 'What you recorded' }).click();
    const mine = trainer.getByRole('listitem').filter({ hasText: `${who}: ${COURSE}` });
    await expect(mine.first()).toContainText('“Hut 3”');
    await tour.look(trainer, 'recorded');
    await mine
      .getByRole('link', { name: /^Take back/ })
      .first()
      .click();
    await expect(trainer.getByText(new RegExp(`^${COURSE}, completed .* by ${who}`))).toBeVisible();
    await expect(trainer.getByRole('heading', { name: 'What follows' })).toBeVisible();
    await trainer.getByLabel('Why').selectOption({ label: 'It was on another day' });
    await tour.look(trainer, 'take-back');
    await trainer.getByRole('button', { name: 'Take it back' }).click();
    await expect(trainer.getByRole('heading', { name: 'What you recorded', level: 1 })).toBeVisible();
    await expect(mine.first().getByText('Taken back')).toBeVisible();
    await trainer.context().close();
  });

  test(`the anchors are taken along, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('anchors', width);
    const adviser = await open(browser, AUTHOR, '/data-protection');
    await adviser.getByRole('link', { name: 'Anchors of the record' }).click();
    await expect(adviser.getByRole('heading', { name: 'Checking a record' })).toBeVisible();
    // The worker makes the first one by itself.
    await expect(async () => {
      await adviser.reload();
      await expect(adviser.getByRole('table', { name: 'Anchors, newest first' })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect(adviser.getByText('The published key')).toBeVisible();
    await tour.look(adviser, 'anchors');
    const [file] = await Promise.all([
      adviser.waitForEvent('download'),
      adviser.getByRole('link', { name: /^Download, / }).click(),
    ]);
    const anchor = await file.path();
    const key = (await adviser.getByLabel('Public key').textContent()) ?? '';
    // What was taken along is verified without the product's database.
    const verified = await demonstration().lms(['verify', anchor, '--key', key]);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('All is well.')]);
    await adviser.context().close();
  });
}
