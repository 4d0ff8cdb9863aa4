import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PageSettings } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { activity, id } from '../../testing/fixtures.js';
import { adviser, inside } from '../../testing/inside.js';
import { keepPage, readKeptPage } from './page-kept.js';
import { pageHtml, samePage } from './page-html.js';
import { PagePanel } from './PagePanel.js';

const realFetch = globalThis.fetch;
beforeEach(() => {
  stubApi({ 'GET /me': adviser });
  localStorage.clear();
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const [VERSION, ACTIVITY] = [id(2), id(3)];

async function show(html: string, onKeep = jest.fn((_settings: PageSettings) => Promise.resolve<unknown>(null))) {
  const onMinutes = jest.fn();
  const settings: PageSettings = { kind: 'page', html };
  const Panel = () => (
    <PagePanel
      courseId={id(1)}
      versionId={VERSION}
      activity={activity(3, 'Where to stand', { kind: 'page', settings })}
      settings={settings}
      onSave={() => undefined}
      onKeep={onKeep}
      onMinutes={onMinutes}
    />
  );
  renderRoutes(inside([{ path: '/', Component: Panel }]), '/');
  const editor = await screen.findByRole('textbox', { name: 'Text of the page' });
  return { editor, onKeep, onMinutes };
}
const state = () => screen.getByText(/^(Saved|Saving|Not saved.*)$/).textContent;

describe('a page that is written', () => {
  it('shows what is stored, with its length, and offers that as the length of the activity', async () => {
    const { editor, onMinutes } = await show('<h2>Stop</h2><p>Look twice</p>');
    expect(within(editor).getByRole('heading', { level: 2, name: 'Stop' })).not.toBeNull();
    expect(screen.getByText(/3 words, about 1 min to read/)).not.toBeNull();
    expect(state()).toBe('Saved');
    await userEvent.click(screen.getByRole('button', { name: 'Use 1 min as its length' }));
    expect(onMinutes).toHaveBeenCalledWith(1);
  });

  it('offers a text that did not get to the API, and saves it when it is taken', async () => {
    keepPage(VERSION, ACTIVITY, {
      html: '<p>Typed on the train</p>',
      base: '<p>Saved</p>',
      at: '2026-11-20T09:00:00Z',
    });
    const { onKeep } = await show('<p>Saved</p>');
    expect(screen.getByText(/a text on this device that was not saved/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Go on with that text' }));
    expect(await screen.findByText('Typed on the train')).not.toBeNull();
    await waitFor(() =>
      expect(onKeep.mock.calls.at(-1)?.[0]).toEqual({ kind: 'page', html: '<p>Typed on the train</p>' }),
    );
    await waitFor(() => expect(readKeptPage(VERSION, ACTIVITY)).toBeNull());
    expect(state()).toBe('Saved');
  });

  it('offers nothing that got there after all', async () => {
    keepPage(VERSION, ACTIVITY, { html: '<p>a<br /></p>', base: '', at: '2026-11-20T09:00:00Z' });
    await show('<p>a<br></p>');
    expect(screen.queryByRole('button', { name: 'Go on with that text' })).toBeNull();
    expect(readKeptPage(VERSION, ACTIVITY)).toBeNull();
  });

  it('lets go of it only when it is thrown away', async () => {
    keepPage(VERSION, ACTIVITY, { html: '<p>Old</p>', base: '<p>Older</p>', at: '2026-11-20T09:00:00Z' });
    const { onKeep } = await show('<p>Saved</p>');
    expect(screen.getByText(/The page was changed since then/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Throw it away' }));
    expect([readKeptPage(VERSION, ACTIVITY), onKeep.mock.calls.length]).toEqual([null, 0]);
    expect(screen.getByText('Saved', { selector: 'p' })).not.toBeNull();
  });

  it('keeps on the device what could not be saved, and says so', async () => {
    const fail = jest.fn((_settings: PageSettings) => Promise.reject<unknown>(new Error('no')));
    keepPage(VERSION, ACTIVITY, { html: '<p>Mine</p>', base: '', at: '2026-11-20T09:00:00Z' });
    await show('', fail);
    await userEvent.click(screen.getByRole('button', { name: 'Go on with that text' }));
    act(() => void window.dispatchEvent(new Event('online')));
    expect(await screen.findByText('Not saved. Kept on this device.')).not.toBeNull();
    expect(readKeptPage(VERSION, ACTIVITY)?.html).toBe('<p>Mine</p>');
    const tries = fail.mock.calls.length;
    cleanup();
    expect([fail.mock.calls.length, readKeptPage(VERSION, ACTIVITY)?.html]).toEqual([tries, '<p>Mine</p>']);
  });

  it('has every tool by name', async () => {
    await show('<p>x</p>');
    const tools = within(screen.getByRole('group', { name: 'Formatting' }));
    for (const name of [
      'Bold',
      'Italic',
      'Underlined',
      'List with dots',
      'Numbered list',
      'Quotation',
      'Link',
      'Undo',
      'Redo',
      'Insert',
    ])
      expect(tools.getByRole('button', { name })).not.toBeNull();
    expect(tools.getByRole('combobox', { name: 'Style' })).not.toBeNull();
  });
});

describe('the text of the editor', () => {
  it('is stored without what belongs to this screen, and says what heading cells head', () => {
    const cells = (rows: string) =>
      `<table style="min-width: 75px"><colgroup><col></colgroup><tbody>${rows}</tbody></table>`;
    expect(pageHtml(cells('<tr><th colspan="1"><p>A</p></th></tr><tr><th>B</th><td>C</td></tr>'))).toBe(
      '<table><tbody><tr><th colspan="1" scope="col"><p>A</p></th></tr><tr><th scope="row">B</th><td>C</td></tr></tbody></table>',
    );
    expect(pageHtml(cells('<tr><th>A</th><td>B</td></tr>'))).toContain('<th scope="row">');
  });

  it('is nothing where nothing stands', () => {
    expect([pageHtml('<p></p>'), pageHtml('<p> </p>')]).toEqual(['', '']);
    expect(pageHtml('<img data-file="x" alt="">')).toBe('<img data-file="x" alt="">');
  });

  it('is the same page however it is written', () => {
    expect(samePage('<p>a<br></p>', '<p>a<br /></p>')).toBe(true);
    expect(samePage('<p><a href="https://a">x</a></p>', '<p><a href="https://a" rel="noopener">x</a></p>')).toBe(true);
    expect(samePage('<p>a</p>', '<p>b</p>')).toBe(false);
  });
});
