import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { callApi } from './support/browser-api.js';
import { CourseBuilder } from './support/course-builder.js';
import { AUTHOR, openingAt, WIDTHS } from './support/desk-and-phone.js';
import { sharedDemonstration, test } from './support/journey.js';
import { Keyboard } from './support/keyboard.js';
import { Tour } from './support/tour.js';

const demonstration = sharedDemonstration();

test.describe.configure({ mode: 'serial', timeout: 150_000 });

for (const place of WIDTHS) {
  const { width, code, learners } = place;
  const open = openingAt(demonstration, place);

  test(`a survey is written, answered and read, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('survey', width);
    const title = `How the night went ${code}`;
    const author = await open(browser, AUTHOR, '/courses/new');
    const builder = new CourseBuilder(author);
    let courseId = '';

    await test.step('an author asks, without names', async () => {
      await author.getByLabel('Title').fill(title);
      await author.getByLabel('Code').fill(`SURVEY-${code}`);
      await author.getByLabel('People may enrol by themselves').check();
      await author.getByRole('button', { name: 'Create the course' }).click();
      await builder.add('Survey', 'About the night', '5');
      await tour.look(author, 'nothing-asked');
      await expect(author.getByRole('checkbox', { name: /^Anonymous/ })).toBeChecked();
      await ask(author, 1, 'Was the lighting good enough?');
      await author.getByLabel('What 1 means').fill('Dark');
      await author.getByLabel('What 5 means').fill('As by day');
      await ask(author, 2, 'What kept you waiting?', 'Several choices');
      for (const [n, choice] of [
        [1, 'Plant'],
        [2, 'Drawings'],
      ] as const) {
        await author.getByRole('button', { name: 'Add a choice' }).click();
        await author.getByLabel(`Choice ${n}`).fill(choice);
      }
      await author.getByLabel('Choice 2').press('Tab');
      await ask(author, 3, 'Anything else?', 'A longer text');
      await author.getByRole('checkbox', { name: 'Has to be answered' }).last().uncheck();
      await tour.look(author, 'asked');
      await builder.close('About the night');
    });

    await test.step('they look at it as a learner would, and publish it', async () => {
      await builder.bar.getByRole('link', { name: 'Preview' }).click();
      await author.getByRole('radio', { name: '4' }).check({ force: true });
      await author.getByRole('checkbox', { name: 'Plant' }).check();
      await author.getByRole('button', { name: 'Send your answers' }).click();
      await expect(author.getByText('For a learner this would now count as done.')).toBeVisible();
      await author.getByRole('banner').getByRole('link', { name: 'Back to the course' }).click();
      await author.getByRole('button', { name: /^Use .*as the activities add up$/ }).click();
      await author.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(author.getByRole('link', { name: /^See the answers/ })).toBeVisible();
      courseId = new URL(author.url()).pathname.split('/')[2] ?? '';
    });

    await test.step('a learner answers with the keyboard, and a closed page loses nothing', async () => {
      const learner = await open(browser, learners[1], `/catalogue/${courseId}`);
      await callApi(learner, 'PUT', `/catalogue/${courseId}/enrolment`);
      await learner.goto(`${demonstration().url}/courses/${courseId}`);
      await expect(learner.getByRole('heading', { name: 'Nobody learns who answered' })).toBeVisible();
      await tour.look(learner, 'player');
      const keyboard = new Keyboard(learner);
      await keyboard.to('1, Dark');
      await keyboard.press('ArrowRight');
      await keyboard.press('ArrowRight');
      await expect(learner.getByRole('radio', { name: '3', exact: true })).toBeChecked();
      await keyboard.to('Send your answers');
      await keyboard.press('Enter');
      await expect(learner.getByText('1 question needs another look.')).toBeVisible();
      await expect(learner.getByRole('checkbox', { name: 'Plant' })).toBeFocused();
      await tour.look(learner, 'missing');
      await keyboard.press('Space');
      await learner.getByRole('textbox', { name: /Anything else/ }).fill('The tower lights came at two.');
      await learner.reload();
      await expect(learner.getByRole('checkbox', { name: 'Plant' })).toBeChecked();
      await expect(learner.getByRole('textbox', { name: /Anything else/ })).toHaveValue(
        'The tower lights came at two.',
      );
      await learner.getByRole('button', { name: 'Send your answers' }).click();
      await expect(learner.getByText('Course complete. It is on your record.')).toBeVisible();
      await tour.look(learner, 'sent');
      await learner.context().close();
    });

    await test.step('one anonymous answer is not shown yet', async () => {
      await author.getByRole('link', { name: /^See the answers/ }).click();
      await expect(author.getByRole('heading', { name: 'Not shown yet' })).toBeVisible();
      await expect(author.getByText('The tower lights came at two.')).toHaveCount(0);
      await tour.look(author, 'not-yet');
    });

    await test.step('what leavers have answered is read, narrowed down and taken along', async () => {
      const { items } = await callApi<{ items: { id: string }[] }>(author, 'GET', '/courses?q=ALL-106');
      await author.goto(`${demonstration().url}/courses/${items[0]?.id}/manage`);
      await author.getByRole('link', { name: 'See the answers Exit survey' }).click();
      await expect(author.getByRole('table', { name: 'What is the main reason that you leave?' })).toBeVisible();
      await tour.look(author, 'answers');
      const [file] = await Promise.all([
        author.waitForEvent('download'),
        author.getByRole('link', { name: 'Download (CSV)', exact: true }).click(),
      ]);
      expect(await readFile(await file.path(), 'utf8')).toContain('"What is the main reason that you leave?"');
      await author.getByLabel('To', { exact: true }).fill('2020-01-01');
      await expect(author.getByText('No answers in these days')).toBeVisible();
      expect(new URL(author.url()).search).toBe('?to=2020-01-01');
      await tour.look(author, 'none-found');
    });
    await author.context().close();
  });
}

/** Writes one more question; a scale unless it is said otherwise. */
async function ask(page: Page, number: number, text: string, type?: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a question' }).click();
  const field = page.getByLabel(`Question ${number}`);
  await expect(field).toBeFocused();
  await field.fill(text);
  await field.press('Tab');
  if (type) await page.getByLabel('Answered by').last().selectOption(type);
}
