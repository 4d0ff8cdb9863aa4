import { type Browser, expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { docx, pdf } from '../fixtures/documents.js';
import { Author } from './support/author.js';
import { callApi } from './support/browser-api.js';
import { sharedDemonstration, test } from './support/journey.js';
import { signIn } from './support/sign-in.js';
import { Tour } from './support/tour.js';

const VIDEO = path.resolve('libs/demo/assets/video/incursions.mp4');
const CAPTIONS = path.resolve('libs/demo/assets/video/incursions.en.vtt');
const WIDTHS = [
  { width: 360, height: 780 },
  { width: 1280, height: 900 },
] as const;

const demonstration = sharedDemonstration();
let accounts: { role: string; signInName: string }[];

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  accounts = JSON.parse((await demonstration().lms(['demo:accounts', '--json'])).stdout) as typeof accounts;
});

const nameOf = (role: RegExp): string => accounts.find((account) => role.test(account.role))?.signInName ?? '';

for (const { width, height } of WIDTHS) {
  const inside = async (browser: Browser, signInName: string, at = '/'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: width < 720 });
    const page = await context.newPage();
    await page.goto(demonstration().url + at);
    await signIn(page, signInName);
    return page;
  };
  /** A course that everybody may begin, with its draft open in the builder. */
  const open = async (author: Page, code: string, title: string) => {
    const made = new Author(author);
    const draft = await made.newCourse(code, title);
    const course = { code, title, selfEnrolment: true };
    await author.evaluate(
      async ([id, body]) => {
        const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
        await fetch(`/api/v1/courses/${id}`, { method: 'PUT', headers, body: JSON.stringify(body) });
      },
      [draft.courseId, course] as const,
    );
    return { made, draft };
  };
  const edit = async (author: Page, courseId: string, activity: string): Promise<void> => {
    await author.goto(`${demonstration().url}/courses/${courseId}/manage`);
    await author.getByRole('button', { name: `Edit ${activity}` }).click();
  };
  const begin = async (learner: Page, courseId: string): Promise<void> => {
    await callApi(learner, 'PUT', `/catalogue/${courseId}/enrolment`);
    await learner.goto(`${demonstration().url}/courses/${courseId}`);
  };

  test(`a film has a picture and captions in two languages, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('media-film', width);
    const author = await inside(browser, nameOf(/author/i));
    const { made, draft } = await open(author, `FILM-${width}`, `Incursions ${width}`);
    await made.addUpload(draft, 'When it comes through', {
      kind: 'video',
      name: 'incursions.mp4',
      bytes: readFileSync(VIDEO),
    });

    await test.step('a moment of the film becomes its picture', async () => {
      await edit(author, draft.courseId, 'When it comes through');
      await author.getByRole('button', { name: 'Pick a moment' }).click();
      const film = author.getByLabel('The film', { exact: true });
      await film.evaluate(async (element: HTMLVideoElement) => {
        const there = new Promise((done) => element.addEventListener('seeked', done, { once: true }));
        element.currentTime = 17;
        await there;
      });
      await tour.look(author, 'pick');
      await author.getByRole('button', { name: 'Take this moment' }).click();
      const picture = author.getByRole('img', { name: /^The picture that people see/ });
      await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(960);
    });

    await test.step('captions are added by language, and taken away', async () => {
      const list = author.getByRole('list', { name: 'Captions of this video' });
      const add = async (language: string) => {
        await author.getByLabel('Language').selectOption({ label: language });
        const chooser = author.waitForEvent('filechooser');
        await author.getByRole('button', { name: 'Add captions (.vtt)' }).click();
        await (await chooser).setFiles(CAPTIONS);
        await expect(list.getByText(language, { exact: true })).toBeVisible({ timeout: 30_000 });
      };
      for (const language of ['English', 'Welsh', 'Polish']) await add(language);
      await author.getByRole('button', { name: 'Remove the Polish captions' }).click();
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await tour.look(author, 'captions');
    });

    await made.publish(draft);
    const learner = await inside(browser, nameOf(/driver|operative|joiner|learner/i));
    await test.step('the learner sees the picture, chooses a language, and the next visit remembers it', async () => {
      await begin(learner, draft.courseId);
      const film = learner.locator('video');
      await expect(film).toHaveAttribute('poster', /__waymark\/file/);
      const showing = () =>
        film.evaluate((element: HTMLVideoElement) =>
          [...element.textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language),
        );
      await expect.poll(showing).toEqual(['en']);
      await tour.look(learner, 'player');
      await learner.getByRole('radio', { name: 'Welsh' }).first().check({ force: true });
      await expect.poll(showing).toEqual(['cy']);
      await learner.reload();
      await expect.poll(showing).toEqual(['cy']);
    });
    for (const page of [author, learner]) await page.context().close();
  });

  test(`a document's new revision is read again, at ${width} px`, async ({ browser }) => {
    const tour = new Tour('media-document', width);
    const author = await inside(browser, nameOf(/author/i));
    const { made, draft } = await open(author, `READ-${width}`, `Site rules ${width}`);
    const first = { kind: 'document', name: 'rules.pdf', bytes: pdf(`Rules ${width}`) } as const;
    await made.addUpload(draft, 'The rules', first);
    await made.add(draft, {
      kind: 'settings',
      title: 'Guidance',
      settings: { kind: 'link', url: 'https://guidance.example/', statement: 'I have read it.' },
    });
    await made.publish(draft);
    const learner = await inside(browser, nameOf(/driver|operative|joiner|learner/i));
    await begin(learner, draft.courseId);
    await learner.getByRole('button', { name: 'I have read it' }).click();
    await expect(learner.getByText(/^Acknowledged/)).toBeVisible();

    await test.step('the author replaces the file and says who reads it again', async () => {
      const { id } = await callApi<{ id: string }>(author, 'POST', `/courses/${draft.courseId}/versions`);
      await edit(author, draft.courseId, 'The rules');
      const chooser = author.waitForEvent('filechooser');
      await author.getByRole('button', { name: 'Replace the file' }).click();
      const bytes = docx(`<w>${width}</w>`);
      await (
        await chooser
      ).setFiles({ name: 'Rules, revised.docx', mimeType: 'application/octet-stream', buffer: bytes });
      // It is chosen once it is saved.
      const everyone = author.getByRole('radio', { name: /^Everyone/ });
      await everyone.click({ timeout: 30_000 });
      await expect(everyone).toBeChecked();
      await tour.look(author, 'who-reads-it');
      await callApi(author, 'GET', `/course-versions/${id}/changes`);
      await author.evaluate(async (version) => {
        const headers = { 'content-type': 'application/json', 'if-match': '"0"' };
        const body = JSON.stringify({ validityMonths: null, minutes: 10, change: 'minor' });
        const put = (seen: number) =>
          fetch(`/api/v1/course-versions/${version}`, {
            method: 'PUT',
            headers: { ...headers, 'if-match': `"${seen}"` },
            body,
          });
        for (let seen = 1; seen < 9; seen += 1) if ((await put(seen)).ok) return;
        throw new Error('The version was not saved');
      }, id);
      await callApi(author, 'POST', `/course-versions/${id}/publish`);
    });

    await test.step('the learner is told why, takes the file and acknowledges it', async () => {
      await learner.goto(`${demonstration().url}/courses/${draft.courseId}`);
      await expect(learner.getByText(/^A new revision of “The rules” was published/)).toBeVisible();
      await expect(learner.getByRole('heading', { name: 'Rules, revised.docx' })).toBeVisible();
      await tour.look(learner, 'read-again');
      const download = learner.waitForEvent('download');
      await learner.getByRole('link', { name: /^Download/ }).click();
      expect((await download).suggestedFilename()).toBe('Rules, revised.docx');
      await learner.getByRole('button', { name: 'I have read it' }).click();
      await expect(learner.getByText(/A new revision/)).toHaveCount(0);
    });
    for (const page of [author, learner]) await page.context().close();
  });
}
