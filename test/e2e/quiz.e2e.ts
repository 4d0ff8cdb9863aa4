import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callApi } from './support/browser-api.js';
import { test } from './support/journey.js';
import { Keyboard } from './support/keyboard.js';
import { QuizByKeyboard } from './support/quiz-by-keyboard.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const AUTHOR = 'helen.marsh@alliance.example';
const LEARNER = 'aisha.karim@brackenfell.example';
const PASSWORD = 'cones before the lane';
const OWN_QUESTION = 'Whom do you ask before you cross a live lane?';

let instance: Instance;
let learnerId: string;

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: false });
  const made = await instance.lms(['admin:create', '--email', AUTHOR, '--given', 'Helen', '--family', 'Marsh']);
  const author = await choosePassword(browser, linkIn(made.stdout));
  learnerId = await addLearner(author);
  await (await choosePassword(browser, await invitation(author))).context().close();
  await author.context().close();
});
test.afterAll(() => instance?.stop());

const linkIn = (text: string): string => /http:\/\/\S+\/link#[\w-]+/.exec(text)?.[0] ?? '';

async function choosePassword(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByRole('heading', { name: /^Good (morning|afternoon|evening)/ })).toBeVisible();
  return page;
}

async function addLearner(author: Page): Promise<string> {
  const organisation = { kind: 'supplier', name: 'Brackenfell Traffic Management', shortName: 'Brackenfell' };
  const { id } = await callApi<{ id: string }>(author, 'POST', '/organisations', organisation);
  const engagement = {
    organisationId: id,
    employeeNumber: 'B-1',
    jobRole: 'Traffic operative',
    employmentGroup: 'site',
    startsOn: '2024-01-08',
  };
  const person = { givenName: 'Aisha', familyName: 'Karim', contactEmail: LEARNER };
  return (await callApi<{ id: string }>(author, 'POST', '/people', { person, engagement, invite: true })).id;
}

/** The one-time link of the mail that the product keeps, since no mail server is set. */
async function invitation(author: Page): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const { items } = await callApi<{ items: { id: string; to: string }[] }>(author, 'GET', '/mails');
      const mail = items.find((each) => each.to.includes(LEARNER));
      if (mail) link = linkIn((await callApi<{ text: string }>(author, 'GET', `/mails/${mail.id}`)).text);
      return link;
    })
    .toContain('/link#');
  return link;
}

async function signedIn(browser: Browser, name: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  await page.goto(instance.url);
  await signIn(page, name, PASSWORD);
  return page;
}

test('a bank and a quiz are made, failed, passed by keyboard on a phone, and on the record', async ({ browser }) => {
  const author = await signedIn(browser, AUTHOR, 1280, 900);
  const desk = new Tour('quiz', 1280);
  let courseId = '';

  await test.step('the author makes a bank', async () => {
    await author.getByRole('link', { name: 'Questions', exact: true }).click();
    await expect(author.getByRole('button', { name: 'New bank' })).toBeVisible();
    await desk.look(author, 'no-banks');
    await author.getByRole('button', { name: 'New bank' }).click();
    await author.getByLabel('Title').fill('Working near traffic');
    await author.getByRole('button', { name: 'Create the bank' }).click();
    await expect(author.getByRole('heading', { name: 'Working near traffic', level: 1 })).toBeVisible();
  });

  await test.step('fills it from the template, after seeing what that does', async () => {
    await author.getByRole('link', { name: 'Import', exact: true }).click();
    const template = await author.getByRole('link', { name: 'Download a template' }).getAttribute('href');
    const csv = decodeURIComponent((template ?? '').replace(/^[^,]*,/, ''));
    const paste = author.getByLabel('Or paste it here');
    await paste.fill(csv.replace(',false,', ',perhaps,'));
    await author.getByRole('button', { name: 'See what it does' }).click();
    await expect(author.getByText('Write true or false.')).toBeVisible();
    await desk.look(author, 'import-with-an-error');
    await paste.fill(csv);
    await author.getByRole('button', { name: 'See what it does' }).click();
    await expect(author.getByText(/^7 new questions/)).toBeVisible();
    await author.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(author.getByRole('link', { name: 'Cones stop a lorry.' })).toBeVisible();
  });

  await test.step('writes one more', async () => {
    await author.getByRole('link', { name: 'New question' }).first().click();
    await author.getByLabel('What is asked').fill(OWN_QUESTION);
    await author.getByLabel('Answer 1', { exact: true }).fill('The controller');
    await author.getByLabel('Answer 2', { exact: true }).fill('Nobody');
    await author.getByLabel('Answer 1 is right').check();
    await author.getByLabel('Tags').fill('crossing');
    await author.keyboard.press('Enter');
    await expect(author.getByRole('region', { name: 'As a learner sees it' })).toContainText(OWN_QUESTION);
    await desk.look(author, 'new-question');
    await author.getByRole('button', { name: 'Add the question' }).click();
    await expect(author.getByRole('link', { name: OWN_QUESTION })).toBeVisible();
    await desk.look(author, 'bank');
    const download = author.waitForEvent('download');
    await author.getByRole('link', { name: 'Export' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await author.getByLabel('Type').selectOption('matching');
    await expect(author).toHaveURL(/type=matching/);
    await expect(author.getByRole('link', { name: OWN_QUESTION })).toHaveCount(0);
  });

  await test.step('and a course with a quiz that draws from it', async () => {
    const body = { code: 'INC', title: 'Incursions', selfEnrolment: true };
    courseId = (await callApi<{ id: string }>(author, 'POST', '/courses', body)).id;
    const course = await callApi<{ versions: { id: string }[] }>(author, 'GET', `/courses/${courseId}`);
    const draft = `/course-versions/${course.versions[0]?.id}`;
    const settings = {
      kind: 'quiz',
      instructions: '',
      sections: [],
      shuffleQuestions: true,
      shuffleChoices: true,
      passMark: 80,
      attemptsLimit: 3,
      coolDownMinutes: 0,
      timeLimitMinutes: 30,
      feedback: 'answers',
    };
    await callApi(author, 'POST', `${draft}/activities`, { kind: 'settings', title: 'Check: incursions', settings });
    await author.goto(`${instance.url}/courses/${courseId}/manage`);
    await author.getByRole('button', { name: /^Edit Check/ }).click();
    await author.getByLabel('Add questions from a bank').fill('near traffic');
    await author.getByRole('option', { name: /Working near traffic/ }).click();
    await expect(author.getByText('8 questions stand in this bank.')).toBeVisible();
    await author.getByLabel('How many').fill('9');
    await author.keyboard.press('Enter');
    await expect(author.getByText(/should draw 9, but only 8/)).toBeVisible();
    await author.getByLabel('How many').fill('');
    await author.keyboard.press('Enter');
    await expect(author.getByText('With 8 questions, 7 have to be right.')).toBeVisible();
    await expect
      .poll(async () => {
        const saved = await callApi<{ versions: { activities: { settings: { sections: unknown[] } }[] }[] }>(
          author,
          'GET',
          `/courses/${courseId}`,
        );
        return saved.versions[0]?.activities[0]?.settings.sections;
      })
      .toMatchObject([{ tag: null, count: null }]);
    await desk.look(author, 'quiz-panel');
    await callApi(author, 'POST', `${draft}/publish`);
  });

  const phone = await signedIn(browser, LEARNER, 360, 780);
  const tour = new Tour('quiz', 360);
  const keys = new Keyboard(phone);
  const quiz = new QuizByKeyboard(phone, keys, { [OWN_QUESTION]: ['The controller'] });
  await callApi(phone, 'PUT', `/catalogue/${courseId}/enrolment`);

  await test.step('a learner fails it on a phone: one safety-critical answer is wrong, the rest is left out', async () => {
    await phone.goto(`${instance.url}/courses/${courseId}`);
    await expect(phone.getByRole('button', { name: 'Start the quiz' })).toBeVisible();
    await tour.look(phone, 'start');
    await keys.to('Start the quiz');
    await keys.press('Enter');
    await quiz.goThrough(async (question) => {
      if (!question.includes('vehicle enters')) return;
      await quiz.choose(['Count heads']);
      await tour.look(phone, 'safety-critical');
    });
    await expect(phone.getByText(/^7 questions have no answer yet/)).toBeVisible();
    await tour.look(phone, 'look-over');
    await quiz.handIn();
    await expect(phone.getByRole('heading', { name: 'Not passed yet' })).toBeVisible();
    await expect(phone.getByText(/A safety-critical question was wrong/)).toBeVisible();
    await expect(phone.getByText('The alarm warns everybody at once.')).toBeVisible();
    await tour.look(phone, 'failed');
  });

  await test.step('comes back to a closed tab, and passes', async () => {
    await keys.to('Try again');
    await keys.press('Enter');
    await quiz.goThrough(async (question, place) => {
      await quiz.answerRightly(question);
      await tour.look(phone, `question-${place}`);
      if (place !== 4) return;
      await expect(phone.getByText(/^Saved \d/)).toBeVisible();
      await phone.reload();
      await expect(phone.getByRole('heading', { name: /Question 4 of 8/ })).toBeVisible();
      await keys.from(phone.getByRole('heading', { name: /Question 4 of 8/ }));
    });
    await expect(phone.getByText('Every question has an answer.')).toBeVisible();
    await quiz.handIn();
    await expect(phone.getByText('Course complete. It is on your record.')).toBeVisible();
    await expect(phone.getByText('100%')).toBeVisible();
    await tour.look(phone, 'passed');
  });

  await test.step('the adviser sees it on the record', async () => {
    await author.goto(`${instance.url}/people/${learnerId}/record`);
    await expect(author.getByText('Incursions').first()).toBeVisible();
    await expect(author.getByText('Valid').first()).toBeVisible();
    const statistics = await callApi<{ items: { id: string }[] }>(author, 'GET', '/question-banks');
    await author.goto(`${instance.url}/question-banks/${statistics.items[0]?.id}`);
    await expect(author.getByRole('row', { name: /vehicle enters/ }).getByText('50%')).toBeVisible();
    await desk.look(author, 'bank-with-statistics');
  });
});
