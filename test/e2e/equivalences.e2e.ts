import { type Browser, expect, type Page } from '@playwright/test';
import { callApi } from './support/browser-api.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const SECOND = 'daniel.osei@nationalhighways.example';

/** A person and a card of their own for each width. */
const WIDTHS = [
  { width: 1280, height: 900, name: 'Priya Nair', card: 'Sector scheme 12D card' },
  { width: 360, height: 780, name: 'Tom Brackley', card: 'Sector scheme 12A card' },
] as const;
const course = 'Temporary traffic management';

const demonstration = sharedDemonstration();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

for (const { width, height, name, card } of WIDTHS) {
  const open = async (browser: Browser, who: string, address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${demonstration().url}${address}`);
    await signIn(page, who);
    return page;
  };

  test(`a card counts as a course, and no longer, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('equivalences', width);
    const adviser = await open(browser, ADVISER, '/equivalences');
    const [given, family] = name.split(' ');
    const { items } = await callApi<{ items: { id: string; name: string }[] }>(adviser, 'GET', `/people?q=${family}`);
    const person = items.find((one) => one.name === `${given} ${family}`);
    if (!person) throw new Error(`${name} is not in the demonstration`);

    await test.step('a draft shows whom it would give something', async () => {
      await expect(adviser.getByRole('link', { name: 'Working beside live traffic, Balfour Beatty' })).toBeVisible();
      await tour.look(adviser, 'all');
      await adviser.getByRole('link', { name: 'SMSTS', exact: true }).click();
      await expect(adviser.getByRole('heading', { name: 'What this would do' })).toBeVisible();
      await tour.look(adviser, 'many');
    });

    await test.step('somebody records the card that they have seen', async () => {
      await adviser.goto(`${demonstration().url}/people/${person.id}/record`);
      await adviser.getByRole('link', { name: 'Record a card or course from outside' }).click();
      await adviser.getByRole('button', { name: 'Record it' }).click();
      await expect(adviser.getByText('Fill this in.').first()).toBeVisible();
      await adviser.getByLabel('Issued by').fill('Lantra');
      await adviser.getByLabel('Name of the card').fill(card);
      await adviser.getByLabel('Awarded on').fill('2026-05-03');
      await adviser.getByLabel('Last valid day').fill('2028-05-02');
      await expect(adviser.getByText('Nothing else changes.')).toBeVisible();
      await tour.look(adviser, 'record-card');
      await adviser.getByRole('button', { name: 'Record it' }).click();
      await expect(adviser.getByRole('heading', { name: 'Recorded from outside' })).toBeVisible();
    });

    await test.step('the People Team says what it counts as, and sees who gains what', async () => {
      await adviser.goto(`${demonstration().url}/equivalences?q=${encodeURIComponent(card)}`);
      await expect(adviser.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
      await adviser.getByRole('link', { name: 'New equivalence' }).click();
      await adviser.getByLabel('Issued by').fill('LANTRA');
      await adviser.getByLabel('Name of the card').fill(card);
      await adviser.getByLabel('Course of ours', { exact: true }).selectOption({ label: course });
      await adviser.getByLabel('Why it counts').fill('The same syllabus, compared by the training group.');
      await tour.look(adviser, 'new');
      await adviser.getByRole('button', { name: 'Save and preview' }).click();
      await expect(adviser.getByRole('heading', { level: 1, name: `${card} counts as ${course}` })).toBeVisible();
      await expect(adviser.getByRole('heading', { name: 'What this would do' })).toBeVisible();
      await expect(adviser.getByRole('link', { name })).toBeVisible();
      await tour.look(adviser, 'preview');
      const [file] = await Promise.all([
        adviser.waitForEvent('download'),
        adviser.getByRole('link', { name: 'Download all (CSV)' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('equivalence-preview.csv');
      await adviser.getByLabel('Counts for at most, in months').fill('12');
      await expect(adviser.getByRole('heading', { name: 'What this would do' })).toHaveCount(0);
      await adviser.getByRole('button', { name: 'Preview who gains what' }).click();
      await adviser.getByRole('button', { name: 'Ask a second person' }).click();
      await expect(adviser.getByText('Somebody else of the People Team has to approve it.')).toBeVisible();
    });
    const address = new URL(adviser.url()).pathname;

    await test.step('a second person puts it in force', async () => {
      const second = await open(browser, SECOND, address);
      await expect(second.getByRole('link', { name })).toBeVisible();
      await tour.look(second, 'in-review');
      await second.getByRole('button', { name: 'Approve and put in force' }).click();
      await expect(second.getByText('1 completion was given.')).toBeVisible();
      await expect(second.getByText('1 person has the course by it.')).toBeVisible();
      await second.context().close();
    });

    await test.step('the record says through what, the course says what counts', async () => {
      await adviser.goto(`${demonstration().url}/people/${person.id}/record`);
      await expect(adviser.getByText(`Counts through ${card}, Lantra, issued Sun 3 May 2026`)).toBeVisible();
      await expect(adviser.getByText('Equivalence, version 1.', { exact: false })).toBeVisible();
      await tour.look(adviser, 'record');
      const found = await callApi<{ items: { id: string; title: string }[] }>(
        adviser,
        'GET',
        `/courses?q=${encodeURIComponent(course)}`,
      );
      const id = found.items.find(({ title }) => title === course)?.id;
      await adviser.goto(`${demonstration().url}/courses/${id}/manage`);
      await expect(adviser.getByRole('heading', { name: 'What counts as this course' })).toBeVisible();
      await tour.look(adviser, 'course');
      await adviser.getByRole('link', { name: 'Equivalences', exact: true }).last().click();
      await expect(adviser.getByRole('link', { name: `${card}, Lantra` })).toBeVisible();
      await tour.look(adviser, 'list');
    });

    await test.step('it should never have counted: what it gave is taken back', async () => {
      await adviser.getByRole('link', { name: `${card}, Lantra` }).click();
      await adviser.getByRole('link', { name: 'End it' }).click();
      await expect(adviser.getByText('1 person keeps the course.', { exact: false })).toBeVisible();
      await tour.look(adviser, 'end-keep');
      await adviser.getByLabel('Take it back: it should never have counted').check();
      await expect(adviser.getByRole('heading', { name: 'What this would take back' })).toBeVisible();
      await adviser.getByLabel('Why', { exact: true }).fill('The syllabus is another one.');
      await tour.look(adviser, 'end-take-back');
      await adviser.getByRole('button', { name: 'Take back what it gave' }).click();
      await expect(adviser.getByText('1 completion was taken back.')).toBeVisible();
      await tour.look(adviser, 'ended');
      await adviser.goto(`${demonstration().url}/people/${person.id}/record`);
      await expect(adviser.getByText(/^Taken back /).first()).toBeVisible();
      await adviser.context().close();
    });
  });
}
