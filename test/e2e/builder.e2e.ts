import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Instance, startInstance } from '../../tools/instance.mjs';
import { callApi } from './support/browser-api.js';
import { CourseBuilder } from './support/course-builder.js';
import { dragByMouse, dragByTouch } from './support/drag.js';
import { PathBuilder } from './support/path-builder.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const AUTHOR = 'helen.marsh@nationalhighways.example';
const SECOND = 'daniel.osei@nationalhighways.example';

/** A mouse at a desk, a finger on a phone. */
const WIDTHS = [
  {
    width: 1280,
    height: 900,
    code: 'DESK',
    drag: dragByMouse,
    hasTouch: false,
    learners: ['priya.nair@costain.example', 'tom.brackley@brackenfell.example'],
  },
  {
    width: 360,
    height: 780,
    code: 'PHONE',
    drag: dragByTouch,
    hasTouch: true,
    learners: ['aisha.karim', 'owen.tranter@wsp.example'],
  },
] as const;

let instance: Instance;

test.describe.configure({ mode: 'serial', timeout: 150_000 });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({ demo: true });
});
test.afterAll(() => instance?.stop());

for (const { width, height, code, drag, hasTouch, learners } of WIDTHS) {
  const open = async (browser: Browser, name: string, address: string): Promise<Page> => {
    const page = await (
      await browser.newContext({ viewport: { width, height }, hasTouch, locale: 'en-GB', timezoneId: 'Europe/London' })
    ).newPage();
    await page.goto(`${instance.url}${address}`);
    await signIn(page, name);
    return page;
  };

  test(`two people build a course, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('builder', width);
    const title = `Closing a lane at night ${code}`;
    let author = await open(browser, AUTHOR, '/courses');
    let builder = new CourseBuilder(author);

    await test.step('it begins with nothing but a title', async () => {
      await expect(author.getByRole('heading', { name: 'Courses', level: 1 })).toBeVisible();
      await tour.look(author, 'courses');
      await author.getByRole('link', { name: 'New course' }).click();
      await author.getByLabel('Title').fill(title);
      await author.getByLabel('Code').fill(`LANE-${code}`);
      await author.getByLabel('People may enrol by themselves').check();
      await author.getByLabel('Mandatory').check();
      await author.getByRole('button', { name: 'Create the course' }).click();
      await expect(author.getByText('Nothing to do in it yet.')).toBeVisible();
      await tour.look(author, 'empty');
    });

    await test.step('activities of several kinds come in, and each opens for its author', async () => {
      await builder.add('Page', 'Where to stand', '5');
      await expect(builder.heading('Where to stand')).toBeFocused();
      await expect(builder.heading('Where to stand')).toBeInViewport();
      await author.getByRole('textbox', { name: 'Text of the page' }).click();
      await author.keyboard.type('Nobody stands in the safety zone.');
      await tour.look(author, 'page');
      await builder.close('Where to stand');

      await builder.add('Quiz', 'What you know', '10');
      await author.getByLabel('Add questions from a bank').fill('Incur');
      await author.getByRole('option', { name: /Incursions/ }).click();
      await expect(author.getByText(/questions in all/)).toBeVisible();
      await tour.look(author, 'quiz');
      await builder.close('What you know');

      await builder.add('Practical', 'Setting out the taper', '30');
      await author.getByRole('button', { name: 'Add an item' }).click();
      await author.getByLabel('Item 1').fill('Works with their back to the barrier');
      await author.getByLabel('Item 1').press('Tab');
      await tour.look(author, 'practical');
      await builder.close('Setting out the taper');

      await builder.add('Evidence', 'Your lane closure card');
      await author.getByLabel('What to send').fill('Both sides of the card.');
      await tour.look(author, 'evidence');
      await builder.close('Your lane closure card');

      await author.getByRole('button', { name: /^From the library/ }).click();
      const picker = author.getByRole('dialog', { name: 'Choose from the library' });
      await picker.getByText('Documents', { exact: true }).click();
      await picker.getByRole('button', { name: 'Choose Driving for work, our guidance' }).click();
      await expect(builder.heading('Driving for work, our guidance')).toBeVisible();
      await tour.look(author, 'all-kinds');
    });
    const page = 'Where to stand';
    const quiz = 'What you know';
    const practical = 'Setting out the taper';
    const card = 'Your lane closure card';
    const guidance = 'Driving for work, our guidance';

    await test.step('they are put in order by hand and by keyboard', async () => {
      await drag(author, builder.grip(quiz), builder.grip(practical));
      await builder.expectOrder(page, practical, quiz, card, guidance);
      await drag(author, builder.grip(guidance), builder.grip(quiz));
      await builder.expectOrder(page, practical, guidance, quiz, card);
      await builder.grip(page).focus();
      await author.keyboard.press('Space');
      await expect(author.getByText(/Picked up Where to stand, 1 of 5/)).toBeAttached();
      await author.keyboard.press('ArrowDown');
      await expect(author.getByText(/Where to stand is now 2 of 5/)).toBeAttached();
      await author.keyboard.press('Space');
      await builder.expectOrder(practical, page, guidance, quiz, card);
      await expect(builder.grip(page)).toBeFocused();
      await author.keyboard.press('Alt+ArrowUp');
      await builder.expectOrder(page, practical, guidance, quiz, card);
    });

    await test.step('what was done is undone, by key and by button, and done again', async () => {
      await author.getByRole('button', { name: `Remove ${card}` }).click();
      await builder.expectOrder(page, practical, guidance, quiz);
      await expect(builder.heading(quiz)).toBeFocused();
      await author.keyboard.press('ControlOrMeta+z');
      await builder.expectOrder(page, practical, guidance, quiz, card);
      await builder.bar.getByRole('button', { name: 'Undo: a change of order' }).click();
      await builder.expectOrder(practical, page, guidance, quiz, card);
      await author.keyboard.press('ControlOrMeta+Shift+z');
      await builder.expectOrder(page, practical, guidance, quiz, card);
      await tour.look(author, 'undone');
    });

    await test.step('a tab that is closed in the middle of a word loses nothing', async () => {
      await builder.edit(guidance);
      await author.route('**/api/v1/activities/*', (route) => route.abort());
      await author.getByLabel('Title').fill('Driving at night, our guidance');
      const again = await author.context().newPage();
      await author.close({ runBeforeUnload: false });
      await again.goto(author.url());
      await expect(again.getByLabel('Title')).toHaveValue('Driving at night, our guidance');
      [author, builder] = [again, new CourseBuilder(again)];
      await author.getByLabel('Title').press('Enter');
      await expect(builder.heading('Driving at night, our guidance')).toBeVisible();
      await builder.close('Driving at night, our guidance');
    });

    const address = new URL(author.url()).pathname;
    const second = await open(browser, SECOND, address);
    await test.step('two who write the same line are told, and choose', async () => {
      await new CourseBuilder(second).edit(page);
      await builder.edit(page);
      await expect(builder.bar.getByText('Daniel Osei is editing too')).toBeVisible({ timeout: 20_000 });
      await second.route('**/api/v1/course-versions/*/desk', (route) => route.abort());
      await author.getByLabel('Title').fill('Where to stand at night');
      await author.getByLabel('Title').press('Enter');
      await expect(builder.heading('Where to stand at night')).toBeVisible();
      await second.getByLabel('Title').fill('Where nobody stands');
      await second.getByLabel('Title').press('Enter');
      await expect(second.getByText('Helen Marsh', { exact: false }).first()).toBeVisible();
      await expect(second.getByText('You typed')).toBeVisible();
      await tour.look(second, 'conflict');
      await second.getByRole('button', { name: 'Keep mine' }).click();
      await expect(new CourseBuilder(second).heading('Where nobody stands')).toBeVisible();
      await second.unroute('**/api/v1/course-versions/*/desk');
      await expect(builder.heading('Where nobody stands')).toBeVisible({ timeout: 20_000 });
      await builder.close('Where nobody stands');
    });

    await test.step('a look as a learner leaves no trace', async () => {
      const me = await callApi<{ personId: string }>(author, 'GET', '/me');
      const attempts = () => callApi<{ items: unknown[] }>(author, 'GET', `/people/${me.personId}/attempts`);
      const before = await attempts();
      await builder.bar.getByRole('link', { name: 'Preview' }).click();
      await expect(author.getByText('Preview: nothing is kept')).toBeVisible();
      await author.getByRole('button', { name: 'I have read this page' }).click();
      await expect(author.getByText('For a learner this would now count as done.')).toBeVisible();
      await tour.look(author, 'preview');
      await author.getByRole('link', { name: 'Back to the course' }).click();
      await expect(author.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      expect(await attempts()).toEqual(before);
    });

    await test.step('the second person returns it with a reason, and then publishes it', async () => {
      await author.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(author.getByText('In review').first()).toBeVisible();
      await second.goto(`${instance.url}/reviews`);
      await second.getByRole('link', { name: `Look at it ${title}, version 1` }).click();
      await second.getByRole('button', { name: 'Return it' }).click();
      const dialog = second.getByRole('dialog');
      await dialog.getByLabel('Reason').fill('Say how long it takes.');
      await tour.look(second, 'return');
      await dialog.getByRole('button', { name: 'Return it' }).click();
      await expect(second.getByText('Draft', { exact: true }).first()).toBeVisible();
      await author.reload();
      await expect(author.getByText('Returned to you: Say how long it takes.')).toBeVisible();
      await author.getByRole('button', { name: /^Use .*as the activities add up$/ }).click();
      await expect(author.getByRole('button', { name: /as the activities add up$/ })).toHaveCount(0);
      await tour.look(author, 'returned');
      await author.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(author.getByText('In review').first()).toBeVisible();
      await second.reload();
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      await expect(second.getByText(/approved by Daniel Osei/).first()).toBeVisible();
      await tour.look(second, 'published');
    });
    await author.context().close();
    await second.context().close();
  });

  test(`a new version reaches those in the middle, and a path is drawn, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('builder-versions', width);
    const title = `Meeting plant ${code}`;
    const author = await open(browser, AUTHOR, '/');
    const second = await open(browser, SECOND, '/');
    const builder = new CourseBuilder(author);
    const courseId = await publishedCourse(author, second, `MEET-${code}`, title);
    const read = async (learner: Page) => {
      await learner.getByRole('button', { name: 'I have read this page' }).click();
      await expect(learner.getByText('This stop is done.').or(learner.getByText('Course complete.'))).toBeVisible();
    };
    const learning = async (name: string): Promise<Page> => {
      const learner = await open(browser, name, '/');
      await passNotice(learner);
      // The player's address, before it is theirs: the catalogue takes over and lets them in.
      await learner.goto(`${instance.url}/courses/${courseId}`);
      await expect(learner).toHaveURL(/\/catalogue\//);
      await learner.getByRole('button', { name: 'Enrol' }).click();
      await expect(learner.getByRole('button', { name: 'Enrol' })).toHaveCount(0);
      await learner.goto(`${instance.url}/courses/${courseId}`);
      await read(learner);
      // The second stop is open when the new version comes.
      await learner.getByRole('link', { name: 'Next: What the driver sees' }).click();
      await expect(learner.getByText('Less than you think.')).toBeVisible();
      return learner;
    };
    /** What the second person does once a version waits for them. */
    const publish = async (number: number) => {
      await second.goto(`${instance.url}/courses/${courseId}/manage?version=${number}`);
      await expect(second.getByRole('region', { name: `What changed since version ${number - 1}` })).toBeVisible();
      await tour.look(second, `changes-${number}`);
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      await expect(second.getByText(/approved by Daniel Osei/).first()).toBeVisible();
    };

    const first = await learning(learners[0]);
    await test.step('a minor version is asked for, compared and published', async () => {
      await author.goto(`${instance.url}/courses/${courseId}/manage`);
      await author.getByRole('button', { name: 'New version' }).click();
      await builder.edit('Before you walk out');
      await author.getByRole('textbox', { name: 'Text of the page' }).click();
      await author.keyboard.press('ControlOrMeta+End');
      await author.keyboard.type(' Wave, and wait for the wave back.');
      await expect(author.locator('[data-state=saved]')).toBeVisible();
      await builder.close('Before you walk out');
      await author.getByRole('button', { name: 'Ask for approval' }).click();
      const dialog = author.getByRole('dialog', { name: 'Ask for approval of version 2' });
      await dialog.getByLabel('Minor: corrections').check();
      await tour.look(author, 'minor');
      await dialog.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(author.getByText('In review').first()).toBeVisible();
      await publish(2);
      await expect(second.getByText('Wave, and wait for the wave back.').first()).toBeVisible();
    });

    await test.step('whoever was in the middle goes on, and what they did counts', async () => {
      await first.reload();
      await expect(first.getByText(/You are finishing version 1\./)).toBeVisible();
      await tour.look(first, 'minor-for-a-learner');
      await read(first);
      await expect(first.getByText('Course complete. It is on your record.')).toBeVisible();
      await first.context().close();
    });

    const later = await learning(learners[1]);
    await test.step('before a major one takes something away, a learner is told and asked', async () => {
      await author.goto(`${instance.url}/courses/${courseId}/manage`);
      await author.getByRole('button', { name: 'New version' }).click();
      await builder.add('Page', 'What changed on site', '5');
      await author.getByRole('textbox', { name: 'Text of the page' }).click();
      await author.keyboard.type('There is one gate for plant now.');
      await expect(author.locator('[data-state=saved]')).toBeVisible();
      await builder.close('What changed on site');
      await author.getByRole('button', { name: 'Ask for approval' }).click();
      const dialog = author.getByRole('dialog', { name: 'Ask for approval of version 3' });
      await dialog.getByLabel('Major: something new to learn').check();
      await dialog.getByLabel('start again with this one').check();
      await dialog.getByLabel('What is new').fill('One gate for plant.');
      await tour.look(author, 'major');
      await dialog.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(author.getByText('In review').first()).toBeVisible();
      await publish(3);

      await later.reload();
      await expect(later.getByText('You can finish version 2, which you began, or start the new one.')).toBeVisible();
      await expect(later.getByText('What is new: One gate for plant.')).toBeVisible();
      await later.getByRole('button', { name: 'Start version 3 instead' }).click();
      await expect(later.getByText(/with 1 stop that you have finished/)).toBeVisible();
      await tour.look(later, 'major-for-a-learner');
      await later.getByRole('button', { name: 'Start version 3', exact: true }).click();
      await expect(later.getByRole('button', { name: 'I have read this page' })).toBeVisible();
      await later.context().close();
    });

    await test.step('it is duplicated, the copy becomes a template, and a course begins from it', async () => {
      await author.goto(`${instance.url}/courses/${courseId}/manage`);
      await author.locator('#main').getByRole('button', { name: 'More' }).click();
      await author.getByRole('menuitem', { name: 'Duplicate' }).click();
      const dialog = author.getByRole('dialog');
      await dialog.getByLabel('Title').fill(`Any plant ${code}`);
      await dialog.getByLabel('Code').fill(`ANY-${code}`);
      await dialog.getByRole('button', { name: 'Create the copy' }).click();
      await expect(author.getByRole('heading', { name: `Any plant ${code}`, level: 1 })).toBeVisible();
      await author.locator('#main').getByRole('button', { name: 'More' }).click();
      await author.getByRole('menuitem', { name: 'Make it a template' }).click();
      await expect(author.getByText('It is not taught itself.', { exact: false })).toBeVisible();
      await tour.look(author, 'template');
      await author.goto(`${instance.url}/courses/new`);
      await author.getByLabel('Start from').selectOption({ label: `Any plant ${code} (ANY-${code})` });
      await author.getByLabel('Title').fill(`Excavators ${code}`);
      await author.getByLabel('Code').fill(`EXC-${code}`);
      await tour.look(author, 'from-a-template');
      await author.getByRole('button', { name: 'Create the course' }).click();
      await builder.expectOrder('Before you walk out', 'What the driver sees', 'What changed on site');
    });

    await test.step('a path is drawn as the route while its stages and steps are put together', async () => {
      await author.goto(`${instance.url}/paths/new`);
      await author.getByLabel('Title').fill(`Night crew ${code}`);
      await author.getByLabel('Code').fill(`NIGHT-${code}`);
      await author.getByRole('button', { name: 'Create the path' }).click();
      const path = new PathBuilder(author);
      await path.addStage('Before the shift', '-7');
      await path.addCourse('Before the shift', 'Fatigue');
      await path.addCourse('Before the shift', 'Customers first');
      await path.addStage('First shift', '0');
      await path.addCourse('First shift', 'Lean and HELMA');
      await path.addCourse('First shift', 'Psychological safety');
      await path.oneOfSeveral('Lean and HELMA', 'Psychological safety');
      await path.addTask('First shift', 'Walk {name} round the lights', 'Their buddy');
      await path.waitsFor('Walk {name} round the lights', 'Fatigue');
      await path.makeOptional('Customers first');
      await path.addMilestone('First shift', 'Ready for nights');
      await drag(author, path.grip('Customers first'), path.grip('Fatigue'));
      await expect
        .poll(() => path.steps())
        .toEqual([
          ...['Customers first', 'Fatigue', 'Lean and HELMA', 'Psychological safety'],
          ...['Walk {name} round the lights', 'Ready for nights'],
        ]);
      await expect(path.route.getByText('Any 1 of 2', { exact: false }).first()).toBeVisible();
      await expect(path.route.getByText('Optional', { exact: false }).first()).toBeVisible();
      await expect(path.route.getByText('Ready for nights')).toBeVisible();
      await expect(author.getByText('Saved', { exact: true })).toBeVisible();
      await tour.look(author, 'path');
      await author.reload();
      await expect.poll(() => path.steps()).toHaveLength(6);
    });
    await author.context().close();
    await second.context().close();
  });
}

/** The privacy notice, which some people have not read yet. */
async function passNotice(page: Page): Promise<void> {
  const notice = page.getByRole('button', { name: 'I have read this' });
  await notice.or(page.getByRole('heading', { level: 1, name: /^Good / })).waitFor();
  if (await notice.isVisible()) await notice.click();
}

/** The id of a mandatory course of two pages that anybody may begin. */
async function publishedCourse(author: Page, second: Page, code: string, title: string): Promise<string> {
  const body = { code, title, selfEnrolment: true, mandatory: true };
  const { id } = await callApi<{ id: string }>(author, 'POST', '/courses', body);
  const { versions } = await callApi<{ versions: { id: string }[] }>(author, 'GET', `/courses/${id}`);
  const version = `/course-versions/${versions[0]?.id}`;
  for (const [name, html] of [
    ['Before you walk out', '<p>Look for the driver, not for the machine.</p>'],
    ['What the driver sees', '<p>Less than you think.</p>'],
  ])
    await callApi(author, 'POST', `${version}/activities`, {
      kind: 'settings',
      title: name,
      settings: { kind: 'page', html },
    });
  await callApi(author, 'POST', `${version}/submit`);
  await callApi(second, 'POST', `${version}/publish`);
  return id;
}
