import { expect, type Page } from '@playwright/test';
import { callApi } from './support/browser-api.js';
import { CourseBuilder } from './support/course-builder.js';
import { AUTHOR, openingAt, SECOND, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { PathBuilder } from './support/path-builder.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 150_000 });

for (const place of WIDTHS) {
  const { width, code, drag, learners } = place;
  const open = openingAt(demonstration, place);

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
      await learner.goto(`${demonstration().url}/courses/${courseId}`);
      await expect(learner).toHaveURL(/\/catalogue\//);
      await learner.getByRole('button', { name: 'Enrol' }).click();
      await expect(learner.getByRole('button', { name: 'Enrol' })).toHaveCount(0);
      await learner.goto(`${demonstration().url}/courses/${courseId}`);
      await read(learner);
      // The second stop is open when the new version comes.
      await learner.getByRole('link', { name: 'Next: What the driver sees' }).click();
      await expect(learner.getByText('Less than you think.')).toBeVisible();
      return learner;
    };
    /** What the second person does once a version waits for them. */
    const publish = async (number: number) => {
      await second.goto(`${demonstration().url}/courses/${courseId}/manage?version=${number}`);
      await expect(second.getByRole('region', { name: `What changed since version ${number - 1}` })).toBeVisible();
      await tour.look(second, `changes-${number}`);
      await second.getByRole('button', { name: 'Approve and publish' }).click();
      // An earlier version's approval may stand there already.
      await expect(second.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);
      await expect(second.getByText(/approved by Daniel Osei/).first()).toBeVisible();
    };

    const first = await learning(learners[0]);
    await test.step('a minor version is asked for, compared and published', async () => {
      await author.goto(`${demonstration().url}/courses/${courseId}/manage`);
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
      await expect(
        dialog.getByText(/1 person is in the middle of an earlier version\. Nothing is taken/),
      ).toBeVisible();
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
      await author.goto(`${demonstration().url}/courses/${courseId}/manage`);
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
      await expect(dialog.getByText(/loses there.* 1 finished activity and 1 that is begun\./)).toBeVisible();
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
      await author.goto(`${demonstration().url}/courses/${courseId}/manage`);
      await author.locator('#main').getByRole('button', { name: 'More', exact: true }).click();
      await author.getByRole('menuitem', { name: 'Duplicate' }).click();
      const dialog = author.getByRole('dialog');
      await dialog.getByLabel('Title').fill(`Any plant ${code}`);
      await dialog.getByLabel('Code').fill(`ANY-${code}`);
      await dialog.getByRole('button', { name: 'Create the copy' }).click();
      await expect(author.getByRole('heading', { name: `Any plant ${code}`, level: 1 })).toBeVisible();
      await author.locator('#main').getByRole('button', { name: 'More', exact: true }).click();
      await author.getByRole('menuitem', { name: 'Make it a template' }).click();
      await expect(author.getByText('It is not taught itself.', { exact: false })).toBeVisible();
      await tour.look(author, 'template');
      await author.goto(`${demonstration().url}/courses/new`);
      await author.getByLabel('Start from').selectOption({ label: `Any plant ${code} (ANY-${code})` });
      await author.getByLabel('Title').fill(`Excavators ${code}`);
      await author.getByLabel('Code').fill(`EXC-${code}`);
      await tour.look(author, 'from-a-template');
      await author.getByRole('button', { name: 'Create the course' }).click();
      await builder.expectOrder('Before you walk out', 'What the driver sees', 'What changed on site');
    });

    await test.step('a path is drawn as the route while its stages and steps are put together', async () => {
      await author.goto(`${demonstration().url}/paths/new`);
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
  if (!(await notice.isVisible())) return;
  await notice.click();
  // Whoever goes on before it is kept is asked again.
  await expect(notice).toHaveCount(0);
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
