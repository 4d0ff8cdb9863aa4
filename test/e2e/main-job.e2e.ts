import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callApi } from './support/browser-api.js';
import { adviserFiles } from './support/files.js';
import { test } from './support/journey.js';
import { Lesson } from './support/lesson.js';
import { linkIn, type MailServer, startMailServer } from './support/mail-server.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const ADVISER = 'helen.marsh@alliance.example';
const SECOND = 'daniel.osei@alliance.example';
const PASSWORD = 'cones before the lane';

/** The same job at a desk and on a phone; each width has its own group, so that one's path is not given to the other's starter. */
const WIDTHS = [
  { width: 1280, height: 900, group: 'site', groupName: 'Site', code: 'DESK' },
  { width: 360, height: 780, group: 'driver', groupName: 'Driver', code: 'PHONE' },
] as const;

let mail: MailServer;
let instance: Instance;

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  mail = await startMailServer();
  instance = await startInstance({
    demo: false,
    env: { SMTP_URL: mail.url, MAIL_FROM: 'Waymark <waymark@alliance.example>' },
  });
  await prepareAlliance(browser);
});
test.afterAll(async () => {
  await instance?.stop();
  await mail?.stop();
});

/** What stands before the job begins: an adviser, a second one, a supplier. */
async function prepareAlliance(browser: Browser): Promise<void> {
  const made = await instance.lms(['admin:create', '--email', ADVISER, '--given', 'Helen', '--family', 'Marsh']);
  expect(made.stderr + made.stdout).toContain('/link#');
  const page = await (await browser.newContext()).newPage();
  await choosePassword(page, /http:\/\/\S+\/link#[\w-]+/.exec(made.stdout)?.[0] ?? '');
  const add = (path: string, body: unknown) => callApi<{ id: string }>(page, 'POST', path, body);
  const client = await add('/organisations', {
    kind: 'client',
    name: 'National Highways',
    shortName: 'National Highways',
  });
  await add('/organisations', { kind: 'supplier', name: 'Brackenfell Traffic Management', shortName: 'Brackenfell' });
  const second = await add('/people', {
    person: { givenName: 'Daniel', familyName: 'Osei', contactEmail: SECOND },
    engagement: {
      organisationId: client.id,
      employeeNumber: 'NH-2',
      jobRole: 'Learning adviser',
      employmentGroup: 'office',
      startsOn: '2024-01-08',
    },
    invite: true,
  });
  await add(`/people/${second.id}/grants`, { role: 'people-team', startsOn: dayFrom(0) });
  await page.context().close();
  const other = await (await browser.newContext()).newPage();
  await choosePassword(other, linkIn(await mail.mailTo(SECOND)));
  await other.context().close();
}

async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByRole('heading', { name: /^Good (morning|afternoon|evening)/ })).toBeVisible();
}

for (const { width, height, group, groupName, code } of WIDTHS) {
  test(`from a package to a record that stands, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('main-job', width);
    const desk = async (): Promise<Page> =>
      (
        await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London' })
      ).newPage();
    const files = await adviserFiles();
    const courseTitle = `Working safely near traffic ${code}`;
    const pathTitle = `First weeks ${code}`;
    const starterMail = `aisha.${code.toLowerCase()}@brackenfell.example`;
    const adviser = await desk();

    await test.step('the adviser signs in, and ends up where they wanted to go', async () => {
      await adviser.goto(`${instance.url}/courses/new`);
      await expect(adviser).toHaveURL(/sign-in\?next=/);
      await tour.look(adviser, 'sign-in');
      await signIn(adviser, ADVISER, PASSWORD);
      await expect(adviser).toHaveURL(/courses\/new/);
    });

    await test.step('makes a mandatory course', async () => {
      await adviser.getByLabel('Code').fill(code);
      await adviser.getByLabel('Title').fill(courseTitle);
      await adviser
        .getByLabel('Summary')
        .fill('Where to stand, what to say, and what to do when a vehicle comes through.');
      await adviser.getByLabel('Mandatory').check();
      await tour.look(adviser, 'new-course');
      await adviser.getByRole('button', { name: 'Create the course' }).click();
      await expect(adviser.getByRole('heading', { name: courseTitle, level: 1 })).toBeVisible();
    });

    await test.step('uploads a SCORM package, a film with captions and a PDF', async () => {
      const activities = adviser.getByRole('button', { name: /^Remove/ });
      for (const [i, file] of [files.scorm, files.film, files.document].entries()) {
        await adviser.locator('input[type=file]').first().setInputFiles(file);
        await expect(activities).toHaveCount(i + 1, { timeout: 30_000 });
      }
      await adviser.locator('input[type=file]').first().setInputFiles(files.captions);
      await adviser.getByRole('button', { name: 'Add to the video' }).click();
      await expect(adviser.getByText(/Captions in English/)).toBeVisible({ timeout: 20_000 });
      await tour.look(adviser, 'course-draft');
    });

    await test.step('asks for approval, and cannot give it alone', async () => {
      await adviser.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(adviser.getByText('A second person publishes this').first()).toBeVisible();
      await expect(adviser.getByRole('button', { name: 'Approve and publish' })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
      await tour.look(adviser, 'course-in-review');
    });

    const second = await desk();
    await test.step('a second person approves it', async () => {
      await second.goto(`${instance.url}/reviews`);
      await signIn(second, SECOND, PASSWORD);
      await expect(second.getByRole('heading', { name: `${courseTitle}, version 1` })).toBeVisible();
      await tour.look(second, 'reviews');
      await second
        .getByRole('link', { name: /Look at it/ })
        .first()
        .click();
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      await expect(second.getByText(/approved by Daniel Osei/).first()).toBeVisible();
      await tour.look(second, 'course-published');
    });

    await test.step('the adviser builds an onboarding path of it', async () => {
      await adviser.goto(`${instance.url}/paths/new`);
      await adviser.getByLabel('Code').fill(`P-${code}`);
      await adviser.getByLabel('Title').fill(pathTitle);
      await adviser.getByRole('button', { name: 'Create the path' }).click();
      await expect(adviser.getByRole('heading', { name: pathTitle, level: 1 })).toBeVisible();
      await adviser.getByRole('button', { name: /^Employment groups/ }).click();
      await adviser.getByLabel(groupName, { exact: true }).check();
      await adviser.keyboard.press('Escape');
      await adviser.getByRole('button', { name: 'Add a stage' }).click();
      await adviser.getByLabel('Name of the stage').fill('Before you start');
      await adviser.getByLabel('Days from the first day').fill('-3');
      await adviser.getByRole('button', { name: 'Add a course' }).click();
      await adviser.getByLabel('Find a course by title, code or topic').fill('safely near');
      await adviser.getByRole('option', { name: new RegExp(courseTitle) }).click();
      await expect(adviser.getByText('Saved', { exact: true }).first()).toBeVisible();
      await tour.look(adviser, 'path-draft');
      await adviser.getByRole('button', { name: 'Ask for approval' }).click();
      // What follows next stands there before it was asked for as well.
      await expect(adviser.getByRole('button', { name: 'Take it back' })).toBeVisible();
    });

    await test.step('which the second person publishes', async () => {
      await second.goto(`${instance.url}/reviews`);
      await second
        .getByRole('link', { name: /Look at it/ })
        .first()
        .click();
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      await expect(second.getByText(/approved by Daniel Osei/).first()).toBeVisible();
      await tour.look(second, 'path-published');
      await second.context().close();
    });

    await test.step('a new starter is added and invited', async () => {
      await adviser.goto(`${instance.url}/people/new`);
      await addStarter(adviser, { group, starterMail, code });
      await tour.look(adviser, 'person');
    });

    const phone = await desk();
    await test.step('the starter opens the mailed link and sets a password', async () => {
      await phone.goto(linkIn(await mail.mailTo(starterMail)));
      await expect(phone.getByLabel('New password')).toBeVisible();
      await tour.look(phone, 'choose-password');
      await phone.getByLabel('New password').fill(PASSWORD);
      await phone.getByRole('button', { name: 'Save and sign in' }).click();
      await expect(phone.getByRole('button', { name: 'I have read this' })).toBeVisible();
      await tour.look(phone, 'privacy-notice');
      await phone.getByRole('button', { name: 'I have read this' }).click();
    });

    await test.step('sees the route, with the next thing first', async () => {
      await expect(phone.getByRole('heading', { name: courseTitle }).first()).toBeVisible();
      await expect(phone.getByRole('heading', { name: `Your route: ${pathTitle}` })).toBeVisible();
      await tour.look(phone, 'today');
    });

    await test.step('plays the package, closes the tab in the middle, and goes on exactly there', async () => {
      await phone.getByRole('link', { name: 'Start' }).first().click();
      const before = new Lesson(phone);
      await before.onward(2);
      const place = await before.place();
      await tour.look(phone, 'lesson');
      const again = await phone.context().newPage();
      await phone.close({ runBeforeUnload: false });
      await again.goto(instance.url);
      await expect(again.getByRole('link', { name: 'Carry on' })).toBeVisible();
      await tour.look(again, 'today-carry-on');
      await again.getByRole('link', { name: 'Carry on' }).click();
      const lesson = new Lesson(again);
      expect(await lesson.place()).toBe(place);
      await lesson.pass();
      await expect(again.getByText('This stop is done.')).toBeVisible({ timeout: 15_000 });
      await tour.look(again, 'lesson-done');
      await lesson.goOn();
      await finishCourse(again, tour);
    });

    await test.step('the record appears for the adviser', async () => {
      await adviser.goto(`${instance.url}/people?q=${code}`);
      await adviser
        .getByRole('link', { name: new RegExp(`Aisha ${code}`) })
        .first()
        .click();
      await expect(adviser.getByRole('heading', { name: `Aisha ${code}`, level: 1 })).toBeVisible();
      await adviser.goto(`${adviser.url().replace(/\/$/, '')}/record`);
      await expect(adviser.getByText(courseTitle).first()).toBeVisible();
      await expect(adviser.getByText('Valid').first()).toBeVisible();
      await tour.look(adviser, 'record-for-the-adviser');
      await adviser.goto(`${instance.url}/paths`);
      await expect(adviser.getByRole('link', { name: pathTitle }).first()).toBeVisible();
      await tour.look(adviser, 'paths');
      await adviser.getByRole('link', { name: pathTitle }).first().click();
      await adviser.getByRole('link', { name: 'How people are doing' }).click();
      await expect(adviser.getByText('1 of 1').first()).toBeVisible();
      await tour.look(adviser, 'path-progress');
    });

    await test.step('the bell leads to what one was told, and to which mails one gets', async () => {
      await adviser
        .getByRole('link', { name: /^Notices/ })
        .filter({ visible: true })
        .click();
      await expect(adviser.getByRole('heading', { name: 'Notices', level: 1 })).toBeVisible();
      await tour.look(adviser, 'notices');
      await adviser.getByRole('link', { name: 'Which mails you get' }).click();
      await expect(adviser.getByRole('group', { name: 'Tasks of yours' })).toBeVisible();
      await tour.look(adviser, 'which-mails');
    });

    await test.step('and stands after the API was killed', async () => {
      instance.killApi();
      await expect
        .poll(async () => (await adviser.goto(`${instance.url}/record`).catch(() => null))?.status() ?? 0, {
          timeout: 30_000,
        })
        .toBe(200);
      await adviser.goto(`${instance.url}/people?q=${code}`);
      await adviser
        .getByRole('link', { name: new RegExp(`Aisha ${code}`) })
        .first()
        .click();
      await expect(adviser.getByRole('heading', { name: `Aisha ${code}`, level: 1 })).toBeVisible();
      const personId = /people\/([\w-]+)/.exec(adviser.url())?.[1] ?? '';
      const record = await callApi<{ completions: { title: string }[] }>(adviser, 'GET', `/people/${personId}/record`);
      expect(record.completions.map((c) => c.title)).toEqual([courseTitle]);
      const check = await instance.lms(['check']);
      expect([check.code, check.stdout + check.stderr]).toEqual([0, expect.any(String)]);
    });
  });
}

async function addStarter(page: Page, starter: { group: string; starterMail: string; code: string }): Promise<void> {
  await page.getByLabel('Given name').fill('Aisha');
  await page.getByLabel('Family name').fill(starter.code);
  await page.getByLabel('Contact e-mail').fill(starter.starterMail);
  await page.getByLabel('Organisation', { exact: true }).fill('Brackenfell');
  await page.getByRole('option', { name: /Brackenfell/ }).click();
  await page.getByLabel('Employee number').fill(`B-${starter.code}`);
  await page.getByLabel('Job role').fill('Traffic operative');
  await page.getByLabel('Group', { exact: true }).selectOption(starter.group);
  await page.getByLabel('First day').fill(dayFrom(5));
  await page.getByLabel('Send the invitation now').check();
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(page.getByRole('heading', { name: `Aisha ${starter.code}`, level: 1 })).toBeVisible();
}

/** The film, which counts only what was played, and the document. */
async function finishCourse(page: Page, tour: Tour): Promise<void> {
  const film = page.locator('video');
  await film.waitFor();
  await expect.poll(() => film.evaluate((v: HTMLVideoElement) => v.readyState), { timeout: 15_000 }).toBeGreaterThan(0);
  await film.evaluate(async (v: HTMLVideoElement) => {
    v.muted = true;
    v.currentTime = v.duration - 1;
    await v.play();
  });
  await expect.poll(() => film.evaluate((v: HTMLVideoElement) => v.ended), { timeout: 10_000 }).toBe(true);
  await page.waitForTimeout(500);
  await expect(page.getByText('This stop is done.')).toHaveCount(0);
  await tour.look(page, 'film-skipped');
  await film.evaluate(async (v: HTMLVideoElement) => {
    v.currentTime = 0;
    v.playbackRate = 4;
    await v.play();
  });
  await expect(page.getByText('This stop is done.')).toBeVisible({ timeout: 40_000 });
  await tour.look(page, 'film-done');
  await page.getByRole('link', { name: /^Next:/ }).click();
  await expect(page.getByRole('region', { name: /^Document:/ })).toBeVisible({ timeout: 20_000 });
  // As text on a phone, as a page with its text over it at a desk.
  await expect(
    page
      .getByRole('group', { name: /^Page 1 of/ })
      .getByText(/^[A-Z]\w+/)
      .first(),
  ).toBeVisible();
  await tour.look(page, 'document');
  await page.getByRole('button', { name: 'I have read it' }).click();
  await expect(page.getByText('Course complete. It is on your record.')).toBeVisible();
  await tour.look(page, 'course-done');
  await page.goto(new URL('/record', page.url()).href);
  await expect(page.getByRole('heading', { name: 'My record' })).toBeVisible();
  await tour.look(page, 'my-record');
}
