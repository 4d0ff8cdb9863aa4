import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { databaseUrl, rowsOf } from '../bench/setting/database.js';
import { Author, type Draft } from './support/author.js';
import { callApi } from './support/browser-api.js';
import { courseOfEveryKind } from './support/every-kind.js';
import { test } from './support/journey.js';
import { Lesson } from './support/lesson.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@nationalhighways.example';
const WIDTHS = [
  { width: 1280, height: 900, learner: 'owen.tranter@wsp.example' },
  { width: 360, height: 780, learner: 'kofi.mensah' },
] as const;

let instance: Instance;
let course: Draft;
let adviser: Page;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  instance = await startInstance({ demo: true });
  adviser = await signedIn(browser, ADVISER, 1280, 900);
  const { personId } = await callApi<{ personId: string }>(adviser, 'GET', '/me');
  course = await courseOfEveryKind(adviser, new Author(adviser), personId);
  for (const { learner } of WIDTHS) {
    await rowsOf(
      await databaseUrl(instance.dataDir, 'waymark_owner'),
      `insert into assignment (id, person_id, course_id, created_at)
       select gen_random_uuid(), person_id, $2, '2026-01-05T09:00:00Z' from sign_in_name where name = $1`,
      [learner, course.courseId],
    );
  }
});
test.afterAll(async () => {
  await adviser?.context().close();
  await instance?.stop();
});

async function signedIn(browser: Browser, name: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(instance.url);
  await signIn(page, name);
  return page;
}

/** The way on that is offered when a stop is done. */
async function next(page: Page, title: string): Promise<void> {
  await expect(page.getByText('This stop is done.')).toBeVisible({ timeout: 40_000 });
  await new Lesson(page).goOn(`Next: ${title}`);
  await expect(page.getByText('This stop is done.')).toHaveCount(0);
}

/** Any stop may be chosen in the list, which stands below everything on a phone: one begins at the top of it. */
async function goByTheRoute(page: Page, title: string): Promise<void> {
  await expect(page.getByText('This stop is done.')).toBeVisible();
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByText('This stop is done.')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
}

/** What somebody else finished: the course leads to the stop after it. */
async function onward(page: Page, title: string): Promise<void> {
  await page.goto(`${instance.url}/courses/${course.courseId}`);
  await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible({ timeout: 20_000 });
}

const attemptIn = async (page: Page): Promise<string> => {
  const activityId = new URL(page.url()).pathname.split('/').at(-1);
  return (await callApi<{ attemptId: string }>(page, 'POST', `/my/activities/${activityId}/open`)).attemptId;
};

for (const { width, height, learner } of WIDTHS) {
  test(`every kind is played, resumed, completed and recorded, at ${width} px`, async ({ browser }) => {
    const page = await signedIn(browser, learner, width, height);
    const tour = new Tour('player', width);
    await page.goto(`${instance.url}/courses/${course.courseId}`);
    await playLesson(page, tour, 'lesson-scorm12');
    await next(page, 'Plant and people');
    await playLesson(page, tour, 'lesson-scorm2004');
    await next(page, 'Incursions');
    await watchFilm(page, tour);
    await next(page, 'Handbook');
    await readDocument(page, tour);
    await goByTheRoute(page, 'Where to park');
    await expect(page.getByRole('heading', { name: 'Parking' })).toBeVisible();
    await tour.look(page, 'page');
    await page.getByRole('button', { name: 'I have read this page' }).click();
    await next(page, 'Works access');
    await takeQuiz(page, tour);
    await next(page, 'How was it?');
    await page.getByRole('radio', { name: '5, Yes' }).check({ force: true });
    await tour.look(page, 'survey');
    await page.getByRole('button', { name: 'Send your answers' }).click();
    await next(page, 'Setting out cones');
    await showPractical(page, tour);
    await onward(page, 'Skills card');
    await sendEvidence(page, tour);
    await onward(page, 'Driving for work');
    await page.getByRole('link', { name: /guidance\.example/ }).click();
    await expect(page.getByRole('button', { name: 'I confirm this' })).toBeEnabled();
    await tour.look(page, 'link');
    await page.getByRole('button', { name: 'I confirm this' }).click();
    await expect(page.getByText('Course complete. It is on your record.')).toBeVisible();
    await page.goto(`${instance.url}/record`);
    await expect(page.getByText('Working on the network').first()).toBeVisible();
    await tour.look(page, 'record');
    await page.context().close();
  });
}

test('the chain and the tables are well after it', async () => {
  const checked = await instance.lms(['check']);
  expect(checked.stdout).toContain('All is well.');
  expect(checked.code).toBe(0);
});

/** Half of it, a closed page, and then the rest from the same screen. */
async function playLesson(page: Page, tour: Tour, name: string): Promise<void> {
  const lesson = new Lesson(page);
  await lesson.onward(2);
  const place = await lesson.place();
  await expect(page.getByText(/^Saved/).first()).toBeVisible({ timeout: 20_000 });
  await tour.look(page, name);
  await page.reload();
  await expect.poll(() => lesson.place(), { timeout: 20_000 }).toBe(place);
  await lesson.pass();
}

async function watchFilm(page: Page, tour: Tour): Promise<void> {
  const film = page.locator('video');
  await film.waitFor({ timeout: 20_000 });
  const words = page.getByRole('region', { name: 'What is said' });
  const lines = words.getByRole('listitem');
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBeGreaterThan(2);
  await tour.look(page, 'film');
  await page.getByRole('radio', { name: '2 ×' }).check({ force: true });
  await expect.poll(() => film.evaluate((v: HTMLVideoElement) => v.playbackRate)).toBe(2);
  await lines.nth(2).getByRole('button').click();
  await expect
    .poll(() => film.evaluate((v: HTMLVideoElement) => v.currentTime), { timeout: 10_000 })
    .toBeGreaterThan(1);
  await film.evaluate(async (v: HTMLVideoElement) => {
    v.muted = true;
    v.currentTime = 0;
    v.playbackRate = 4;
    await v.play();
  });
  await expect(lines.locator('[aria-current]')).toHaveCount(1, { timeout: 20_000 });
}

async function readDocument(page: Page, tour: Tour): Promise<void> {
  const text = page.getByRole('radio', { name: 'Text', exact: true });
  if (await text.isChecked()) await readAsText(page, tour);
  await enlargePages(page, tour);
  await page.getByRole('searchbox', { name: 'Search the document' }).fill('the');
  await expect(page.getByText(/^Place 1 of \d+, on page \d+$/)).toBeVisible({ timeout: 20_000 });
  await tour.look(page, 'document');
  await page.getByRole('button', { name: 'I have read it' }).click();
}

/** Where a page is too narrow for its letters: its words in the size of everything else. */
async function readAsText(page: Page, tour: Tour): Promise<void> {
  const words = page.getByRole('group', { name: 'Page 1 of 4' }).getByText(/^You leave knowing/);
  await expect(words).toBeVisible();
  const size = await words.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
  await tour.look(page, 'document-text');
  await page.getByRole('button', { name: 'See the page' }).nth(1).click();
  await expect(page.getByRole('radio', { name: 'Pages', exact: true })).toBeChecked();
}

async function enlargePages(page: Page, tour: Tour): Promise<void> {
  const drawn = page.locator('canvas').first();
  await expect(drawn).toBeVisible();
  const wide = async (): Promise<number> => (await drawn.boundingBox())?.width ?? 0;
  const before = await wide();
  await page.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(async () => (await wide()) / before).toBeGreaterThan(1.4);
  await tour.look(page, 'document-larger');
  await page.getByRole('button', { name: 'Smaller' }).click();
}

async function takeQuiz(page: Page, tour: Tour): Promise<void> {
  await expect(page.getByRole('button', { name: 'Start the quiz' })).toBeVisible();
  await tour.look(page, 'quiz');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.getByRole('radio', { name: 'The gateman' }).check();
  await tour.look(page, 'quiz-question');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'The gateman' })).toBeChecked({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: 'The gateman' }).check();
  await page.getByRole('button', { name: 'Look it over' }).click();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('button', { name: 'Hand in now' }).click();
  await expect(page.getByText('This stop is done.')).toBeVisible({ timeout: 20_000 });
  await tour.look(page, 'quiz-result');
}

async function showPractical(page: Page, tour: Tour): Promise<void> {
  await page
    .getByRole('button', { name: /Ask for/ })
    .first()
    .click();
  await expect(page.getByText('Walks on the verge side').first()).toBeVisible();
  await tour.look(page, 'practical');
  const attemptId = await attemptIn(page);
  const asked = () => callApi<{ asked: unknown }>(page, 'GET', `/my/attempts/${attemptId}/practical`);
  await expect.poll(async () => (await asked()).asked).not.toBeNull();
  const { personId } = await callApi<{ personId: string }>(page, 'GET', '/me');
  const activityId = new URL(page.url()).pathname.split('/').at(-1);
  const id = randomUUID();
  await callApi(adviser, 'POST', '/assessments', { id, personId, activityId });
  const sheet = await callApi<{ settings: { items: { id: string }[] } }>(adviser, 'GET', `/assessments/${id}`);
  const results = sheet.settings.items.map((item) => ({ itemId: item.id, met: true }));
  await callApi(adviser, 'POST', `/assessments/${id}/sign`, { results });
}

async function sendEvidence(page: Page, tour: Tour): Promise<void> {
  await page.getByLabel('Issued by').selectOption('Lantra');
  await page.getByLabel('Number').fill('L-2048');
  await page.getByLabel('Issued on').fill('2026-01-05');
  await tour.look(page, 'evidence');
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect(page.getByText('Sent. Somebody checks it.')).toBeVisible();
  const queue = await callApi<{ items: { id: string; courseTitle: string }[] }>(adviser, 'GET', '/evidence');
  const mine = queue.items.find((item) => item.courseTitle === 'Working on the network');
  await callApi(adviser, 'POST', `/evidence/${mine?.id}/accept`, { issuedOn: '2026-01-05', expiresOn: null });
}
