import { afterEach, describe, expect, it } from '@jest/globals';
import type { RecordedItem } from '@lms/contracts';
import { meQuery, paths, patterns } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedPage } from './RecordedPage.js';
import { TakeBackPage } from './TakeBackPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const item = (n: number, given: Partial<RecordedItem> = {}): RecordedItem => ({
  ...{ id: `r${n}`, personId: `p${n}`, name: 'Aisha Karim', courseTitle: 'Toolbox talk', activityTitle: 'Talk' },
  ...{ completedOn: '2026-11-20', recordedAt: '2026-11-20T10:00:00.000Z', note: '', seq: n, takenBack: false },
  ...given,
});

function Inside({ children }: { children: React.ReactNode }) {
  const { data } = useQuery(meQuery());
  return data ? children : null;
}
const show = (at: string, answers: Parameters<typeof stubApi>[0]) => {
  const api = stubApi({ 'GET /me': { ...somebody, permissions: ['self', 'record.write'] }, ...answers });
  const routes = [
    { path: paths.recorded, element: <RecordedPage /> },
    { path: patterns.takeBack, element: <TakeBackPage /> },
  ].map((route) => ({ ...route, element: <Inside>{route.element}</Inside> }));
  renderRoutes(routes, at);
  return api;
};

describe('what a trainer recorded', () => {
  it('is listed, and what is a slip is taken back by whoever made it', async () => {
    const { calls } = show(paths.recorded, {
      'GET /my/recorded': { items: [item(1), item(2, { takenBack: true }), item(3, { seq: null })], nextCursor: null },
      'GET /people/p1/completions/1': {
        ...{ name: 'Aisha Karim', title: 'Toolbox talk', completedOn: '2026-11-20', takenBack: false },
      },
      'POST /people/p1/completions/1/take-back/preview': { courses: [], paths: [], certificates: [] },
      'POST /people/p1/completions/1/take-back': { seq: 2 },
    });
    expect(await screen.findByText('Taken back')).not.toBeNull();
    expect(screen.getByText('Talk alone; the course is not done yet')).not.toBeNull();
    const links = screen.getAllByRole('link', { name: /^Take back/ });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([paths.takeBack('p1', 1)]);
    await userEvent.click(links[0]!);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Why' }), 'It was on another day');
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    // Back to their own list: a record they may not read.
    expect(await screen.findByRole('heading', { name: 'What you recorded', level: 1 })).not.toBeNull();
    expect(calls).toContain('POST /people/p1/completions/1/take-back');
    expect(calls.filter((call) => call.includes('/record'))).not.toContain('GET /people/p1/record');
  });

  it('is nothing yet', async () => {
    show(paths.recorded, { 'GET /my/recorded': { items: [], nextCursor: null } });
    expect(await screen.findByText('You have recorded nothing yet')).not.toBeNull();
  });
});
