import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { OpenedActivity, PageFile } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HOSTILE_HTML } from '../../../../../test/fixtures/hostile-html.js';
import { LinkPlayer } from '../link/LinkPlayer.js';
import { PagePlayer } from './PagePlayer.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  jest.restoreAllMocks();
  sessionStorage.clear();
});

const FILE = '01900000-0000-7000-8000-000000000001';
const ATTEMPT = '01900000-0000-7000-8000-00000000000a';
const done = { acknowledged: [], superseded: false, activityDone: true, courseDone: false };

const pageFile = (facts: Partial<PageFile> = {}): PageFile => ({
  id: FILE,
  kind: 'image',
  name: 'zone.png',
  path: '/__waymark/file/abc',
  mediaType: 'image/png',
  size: 1_400_000,
  seconds: null,
  width: 600,
  height: 400,
  captions: [],
  ...facts,
});
const opened = (settings: OpenedActivity['settings'], files: PageFile[] = []): OpenedActivity => ({
  attemptId: ATTEMPT,
  activityId: 'act',
  courseId: 'course',
  courseTitle: 'Cones',
  kind: settings?.kind === 'link' ? 'link' : 'page',
  title: 'Where to stand',
  contentOrigin: 'http://c-1.waymark.localhost',
  contentToken: 'token',
  contentTokenSeconds: 3600,
  file: null,
  poster: null,
  captions: [],
  files,
  scos: [],
  settings,
  done: false,
  doneAt: null,
});
const page = (html: string, files: PageFile[] = []) => opened({ kind: 'page', html }, files);

async function show(activity: OpenedActivity, onDone = jest.fn()) {
  const Player = activity.kind === 'link' ? LinkPlayer : PagePlayer;
  function Inside() {
    const { data } = useQuery(meQuery());
    return data ? <Player opened={activity} onDone={onDone} /> : null;
  }
  renderRoutes([{ path: '/', Component: Inside }], '/');
  await screen.findByRole('heading', { level: 2 });
  return { container: document.body, onDone };
}

describe('a page that is read', () => {
  it('shows what its author wrote, below its title', async () => {
    stubApi({ 'GET /me': somebody });
    const { container } = await show(
      page(
        `<h2>Stand here</h2><p>Not <strong>there</strong>. <a href="https://a.example/x" rel="noopener noreferrer">Guide</a></p>
         <ol start="3"><li><p>Third</p></li></ol><aside data-callout="warning"><p>Traffic</p></aside>
         <table><tbody><tr><th scope="col">Zone</th></tr><tr><td colspan="2">A</td></tr></tbody></table>
         <img data-file="${FILE}" alt="A closed lane">`,
        [pageFile()],
      ),
    );
    expect(screen.getByRole('heading', { level: 3, name: 'Stand here' })).not.toBeNull();
    const link = screen.getByRole('link', { name: 'Guide (opens in a new tab)' });
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
    expect(container.querySelector('ol')?.start).toBe(3);
    expect(within(screen.getByRole('note')).getByText('Warning')).not.toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Zone' }).getAttribute('scope')).toBe('col');
    const picture = screen.getByRole<HTMLImageElement>('img', { name: 'A closed lane' });
    expect(picture.src).toBe('http://c-1.waymark.localhost/__waymark/file/abc?t=token');
    expect([picture.width, picture.height]).toEqual([600, 400]);
    expect(screen.getByText('About 1 min to read')).not.toBeNull();
  });

  it.each(HOSTILE_HTML)('runs nothing, even of what was never sanitised: %s', async (html) => {
    stubApi({ 'GET /me': somebody });
    // Cells without a table and the like: shown as they are, with a word of warning to developers.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { container } = await show(page(html, [pageFile()]));
    for (const element of container.querySelectorAll('article *')) {
      expect([
        'SCRIPT',
        'IFRAME',
        'OBJECT',
        'EMBED',
        'STYLE',
        'FORM',
        'INPUT',
        'BASE',
        'META',
        'LINK',
        'TEMPLATE',
      ]).not.toContain(element.nodeName.toUpperCase());
      if (!element.closest('svg[aria-hidden]')) expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^srcdoc$|^xlink/);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/);
        if (name === 'src') expect(value).toBe('http://c-1.waymark.localhost/__waymark/file/abc?t=token');
      }
    }
  });

  it('gives films and files, and says what is missing', async () => {
    stubApi({ 'GET /me': somebody });
    const film = pageFile({
      id: `${FILE.slice(0, -1)}2`,
      kind: 'video',
      name: 'how.mp4',
      path: '/film',
      captions: [{ language: 'en', label: 'English', path: '/vtt' }],
    });
    const form = pageFile({ id: `${FILE.slice(0, -1)}3`, kind: 'document', name: 'permit.pdf', path: '/form' });
    const figure = (id: string, kind: string, title: string) =>
      `<figure data-file="${id}" data-kind="${kind}"><figcaption>${title}</figcaption></figure>`;
    const { container } = await show(
      page(
        `${figure(film.id, 'video', 'How it goes')}${figure(form.id, 'file', 'The permit')}<img data-file="${FILE}" alt="Gone">`,
        [film, form],
      ),
    );
    expect(container.querySelector('video')?.getAttribute('aria-label')).toBe('Film: How it goes');
    expect(container.querySelector('track')?.src).toBe('http://c-1.waymark.localhost/vtt?t=token');
    const download = screen.getByRole('link', { name: /^Download The permit/ });
    expect(download.getAttribute('href')).toBe('http://c-1.waymark.localhost/form?t=token');
    expect(download.textContent).toContain('PDF, 1.4 MB');
    expect(screen.getByText('Gone')).not.toBeNull();
    expect(container.querySelector('img')).toBeNull();
  });

  it('says in words what a picture would show that does not load', async () => {
    const { calls } = stubApi({ 'GET /me': somebody });
    await show(page(`<img data-file="${FILE}" alt="A closed lane">`, [pageFile()]));
    fireEvent.error(screen.getByRole('img', { name: 'A closed lane' }));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('A closed lane')).not.toBeNull();
    expect(calls).toEqual(['GET /me']);
  });

  it('is done when its reader says so, by name', async () => {
    stubApi({ 'GET /me': somebody, [`POST /my/attempts/${ATTEMPT}/done`]: done });
    const { onDone } = await show(page('<p>Text</p>'));
    expect(screen.getByText(new RegExp(somebody.name))).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'I have read this page' }));
    expect(await screen.findByText(/^You read this/)).not.toBeNull();
    expect(onDone.mock.calls[0]?.[0]).toEqual(done);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why when it could not be kept, and can be said again', async () => {
    stubApi({ 'GET /me': somebody, [`POST /my/attempts/${ATTEMPT}/done`]: () => problem(500, 'our-fault') });
    const { onDone } = await show(page('<p>Text</p>'));
    await userEvent.click(screen.getByRole('button', { name: 'I have read this page' }));
    expect(await screen.findByRole('alert')).not.toBeNull();
    expect(onDone).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'I have read this page' })).not.toBeNull();
  });
});

describe('a link', () => {
  const link = opened({
    kind: 'link',
    url: 'https://guidance.example/cones?x=1',
    statement: 'I have read the guidance.',
  });

  it('names the site, opens it elsewhere, and takes the word of who opened it', async () => {
    const sent: unknown[] = [];
    stubApi({
      'GET /me': somebody,
      [`POST /my/attempts/${ATTEMPT}/done`]: (body: unknown) => {
        sent.push(body);
        return done;
      },
    });
    const { onDone } = await show(link);
    const way = screen.getByRole('link', { name: /guidance\.example/ });
    expect([way.getAttribute('target'), way.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
    const confirm = screen.getByRole('button', { name: 'I confirm this' });
    await userEvent.click(confirm);
    expect([confirm.getAttribute('aria-disabled'), sent]).toEqual(['true', []]);
    await userEvent.click(way);
    await userEvent.click(screen.getByRole('button', { name: 'I confirm this' }));
    expect(await screen.findByText(/^You confirmed this/)).not.toBeNull();
    expect(sent).toEqual([{ statement: 'I have read the guidance.' }]);
    expect(onDone).toHaveBeenCalledTimes(1);
  });
});
