import { expect } from '@playwright/test';
import { callApi } from './support/browser-api.js';
import { CourseBuilder } from './support/course-builder.js';
import { AUTHOR, openingAt, SECOND, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 150_000 });

for (const place of WIDTHS) {
  const { width, code, drag } = place;
  const open = openingAt(demonstration, place);

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
      await builder.pickUp(page, '1 of 5');
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
      await second.goto(`${demonstration().url}/reviews`);
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
}
