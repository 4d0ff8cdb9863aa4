import { expect, type Frame, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { databaseUrl, rowsOf } from '../bench/setting/database.js';
import { Author } from './support/author.js';
import { callApi } from './support/browser-api.js';
import { AUTHOR, openingAt, SECOND, WIDTHS } from './support/desk-and-phone.js';
import { type Findings, hostilePackage, innocentPackage, type Targets } from './support/hostile-package.js';
import { test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

declare global {
  interface Window {
    attack: (targets: Targets) => Promise<Findings>;
  }
}

interface Course {
  courseId: string;
  activityId: string;
}
interface Account {
  role: string;
  signInName: string;
}

let instance: Instance;
let accounts: Account[];

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: true });
  accounts = JSON.parse((await instance.lms(['demo:accounts', '--json'])).stdout);
});
test.afterAll(() => instance?.stop());

const account = (role: string): Account => {
  const found = accounts.find((a) => a.role === role);
  if (!found) throw new Error(`No demonstration account of the role ${role}`);
  return found;
};

/** A published course with one package. */
async function publish(page: Page, code: string, bytes: Uint8Array): Promise<Course> {
  const author = new Author(page);
  const draft = await author.newCourse(code, `Course ${code}`);
  const activityId = await author.addUpload(draft, `Lesson ${code}`, { kind: 'package', name: 'lesson.zip', bytes });
  await author.publish(draft);
  return { courseId: draft.courseId, activityId };
}

/** The package's own document, inside the frame of the player. */
async function lesson(page: Page, course: Course): Promise<Frame> {
  await page.goto(`${instance.url}/courses/${course.courseId}/activities/${course.activityId}`);
  const inner = (): Frame | undefined =>
    page.frames().find((f) => f.parentFrame()?.parentFrame() !== null && f.url().endsWith('/index.html'));
  await expect.poll(() => inner() !== undefined, { timeout: 20_000 }).toBe(true);
  const found = inner();
  if (!found) throw new Error('The lesson did not open');
  await found.getByRole('heading').waitFor();
  return found;
}

test('a hostile package reaches nothing of the app, of its learner or of other packages', async ({ browser }) => {
  const author = await (await browser.newContext()).newPage();
  await author.goto(instance.url);
  await signIn(author, account('People Team').signInName);
  const hostile = await publish(author, 'HOSTILE', hostilePackage());
  const innocent = await publish(author, 'INNOCENT', innocentPackage());
  await author.context().close();

  const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
  const learner = account('New starter in the office');
  const people = await rowsOf<{ id: string }>(owner, 'select person_id as id from sign_in_name where name = $1', [
    learner.signInName,
  ]);
  for (const { courseId } of [hostile, innocent]) {
    await rowsOf(
      owner,
      `insert into assignment (id, person_id, course_id, created_at) values (gen_random_uuid(), $1, $2, '2026-01-05T09:00:00Z')`,
      [people[0]?.id, courseId],
    );
  }
  const page = await (await browser.newContext()).newPage();
  await page.goto(instance.url);
  await signIn(page, learner.signInName);
  await page.evaluate(() => localStorage.setItem('secret', 'of the app'));
  const other = new URL((await lesson(page, innocent)).url()).origin;
  const part = await lesson(page, hostile);
  expect(new URL(part.url()).origin).not.toBe(other);
  const sessions = () => callApi<{ items: unknown[] }>(page, 'GET', '/me/sessions');
  const before = await sessions();

  const film = await rowsOf<{ sha256: string }>(
    owner,
    `select file_sha256 as sha256 from activity where kind = 'video' limit 1`,
  );
  const foreignFile = `${new URL(part.url()).origin}/__waymark/file/${film[0]?.sha256}`;
  const seen = await part.evaluate((targets) => window.attack(targets), { app: instance.url, other, foreignFile });

  expect(seen).toEqual({
    'reads the API': 'TypeError',
    'reads the API without CORS': 'TypeError',
    'writes to the API': 'TypeError',
    // Chromium says that it took the beacon; what became of it is seen below: the sessions stand.
    'beacons to the API': expect.any(String),
    'loads the API as a script': 'refused',
    'loads the API as a picture': 'refused',
    'asks its own host for the API': expect.stringMatching(/^404 /),
    'frames the API': 'nothing to read',
    'frames the app': 'nothing to read',
    'opens a socket to the app': expect.stringMatching(/^(refused|SecurityError)$/),
    'reads cookies': 'none',
    'sets the session cookie': 'not set',
    'reads the storage of the app': 'null',
    'reads the databases of the app': 'none',
    'climbs to the parent': 'false',
    'climbs for ever': 'SecurityError',
    'reads the top document': 'SecurityError',
    'reads the storage through the top': 'SecurityError',
    'leads the top away': 'SecurityError',
    'reads another package': 'TypeError',
    'frames another package': 'nothing to read',
    'reads a file of another activity': expect.stringMatching(/^404 /),
    'reads beside the package': expect.stringMatching(/^40[04] /),
    'installs a service worker': expect.stringMatching(/^(SecurityError|TypeError|NotSupportedError)$/),
    'commits for somebody else': expect.stringMatching(/^401 /),
    'sees the other standard': 'undefined, undefined',
  } satisfies Record<string, unknown>);

  // Nothing of it had an effect: the learner is still signed in, everywhere, and nothing is on the record.
  expect(page.url()).toContain(`/courses/${hostile.courseId}`);
  await page.goto(`${instance.url}/record`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await sessions()).items).toHaveLength(before.items.length);
  const names = (await page.context().cookies(instance.url)).map((cookie) => `${cookie.name}=${cookie.value}`);
  expect(names.filter((pair) => pair.endsWith('=mine'))).toEqual([]);
  const done = await rowsOf(owner, 'select person_id from ledger_entry where course_id = any($1)', [
    [hostile.courseId, innocent.courseId],
  ]);
  expect(done).toEqual([]);
});

test('a window that a package opens on the API shows nothing', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(instance.url);
  await signIn(page, account('New starter in the office').signInName);
  const courses = await rowsOf<Course>(
    await databaseUrl(instance.dataDir, 'waymark_owner'),
    `select v.course_id as "courseId", a.id as "activityId" from activity a
     join course_version v on v.id = a.course_version_id join course c on c.id = v.course_id where c.code = 'HOSTILE'`,
  );
  const [course] = courses;
  if (!course) throw new Error('The course of the first test is not there');
  const part = await lesson(page, course);
  const api = `${instance.url}/api/v1/me`;
  await part.evaluate((url) => {
    document.addEventListener('click', () => window.open(url));
  }, api);
  const opened = page.context().waitForEvent('page');
  await part.getByRole('heading').click();
  // The API looks at where a request comes from, and the policies of both sides keep such a window shut besides.
  const popup = await opened;
  await expect.poll(() => popup.evaluate(() => location.href)).toBe('chrome-error://chromewebdata/');
});

/** What a page of the package gets from an address, or the directive of its policy that stopped it. */
const reach = (part: Frame, url: string): Promise<string> =>
  part.evaluate((of) => {
    const stopped = new Promise<string>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
    });
    return fetch(of).then(
      (answer) => answer.text(),
      () => stopped,
    );
  }, url);

for (const place of WIDTHS) {
  const open = openingAt(() => instance, place);

  test(`a package reaches a host outside only where that was approved, at ${place.width} px`, async ({ browser }) => {
    const tour = new Tour('outside-hosts', place.width);
    const author = await open(browser, AUTHOR, '/');
    const desk = new Author(author);
    const { courseId, versionId } = await desk.newCourse(
      `OUTSIDE-${place.code}`,
      `A film from elsewhere ${place.code}`,
    );
    const upload = { kind: 'package', name: 'lesson.zip', bytes: innocentPackage() } as const;
    const activityId = await desk.addUpload({ courseId, versionId }, 'Lesson with a film', upload);

    await test.step('its author names the host', async () => {
      await author.goto(`${instance.url}/courses/${courseId}/manage?activity=${activityId}`);
      const field = author.getByLabel('Other websites this package may use');
      await expect(author.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
      await field.fill('https://media.example.com');
      await field.press('Enter');
      await expect(author.getByText(/is no name of a host\. Give the name alone/)).toBeVisible();
      await tour.look(author, 'refused');
      await field.press('Backspace');
      await expect(author.getByText(/is no name of a host/)).toHaveCount(0);
      await field.fill('Media.example.com');
      await field.press('Enter');
      await expect(author.getByText('Content of this course may use: media.example.com.')).toBeVisible();
      await tour.look(author, 'named');
      await expect(author.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
      await author.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(author.getByText('In review').first()).toBeVisible();
    });
    await test.step('somebody else approves it', async () => {
      const second = await open(browser, SECOND, `/courses/${courseId}/manage`);
      await expect(second.getByText('Content of this course may use: media.example.com.')).toBeVisible();
      await tour.look(second, 'approval');
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      await expect(second.getByText(/approved by Daniel Osei/).first()).toBeVisible();
    });

    const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
    // Somebody who has read the notice that comes first.
    const [learner] = WIDTHS[0].learners;
    await rowsOf(
      owner,
      `insert into assignment (id, person_id, course_id, created_at)
       select gen_random_uuid(), person_id, $2, '2026-01-05T09:00:00Z' from sign_in_name where name = $1`,
      [learner, courseId],
    );
    const page = await open(browser, learner, '/');
    // Nothing leaves this machine: whatever the policy lets through is answered here.
    await page
      .context()
      .route(/^https:\/\/[a-z]+\.example\.(com|net)\//, (route) =>
        route.fulfill({ body: 'from outside', headers: { 'access-control-allow-origin': '*' } }),
      );
    const part = await lesson(page, { courseId, activityId });
    const policy = await part.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
    expect(policy).toMatch(/script-src [^;]* https:\/\/media\.example\.com;/);
    expect(policy).toMatch(/frame-ancestors 'self' [^ ]*; sandbox /);
    expect(await reach(part, 'https://media.example.com/film.json')).toBe('from outside');
    expect(await reach(part, 'https://elsewhere.example.com/film.json')).toBe('connect-src');
    expect(await reach(part, 'https://media.example.net/film.json')).toBe('connect-src');
    expect(await reach(part, `${instance.url}/api/v1/me`)).toBe('connect-src');
  });
}
