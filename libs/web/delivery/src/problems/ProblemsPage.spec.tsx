import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProblemItem, Problems, ReportedProblem } from '@lms/contracts';
import { problem, renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { patterns } from '@lms/web-platform';
import { ProblemsPage } from './ProblemsPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const item: ProblemItem = {
  ...{ id: 'r-1', version: 1, activityId: 'a', activityTitle: 'Cones', versionNumber: 2, words: 'It stays white.' },
  ...{ personName: 'Aisha Karim', state: 'open', createdAt: '2026-11-23T10:00:00.000Z' },
  ...{ closedByName: null, closedAt: null },
  device: {
    ...{ userAgent: 'A browser', language: 'en-GB', timeZone: 'Europe/London', screen: '360 × 780' },
    ...{ viewport: '360 × 640', pixelRatio: 3, online: false, touch: true, waiting: 2 },
  },
};
const list = (items: ProblemItem[]): Problems => ({ items, openCount: items.length, nextCursor: null });
const withLog: ReportedProblem = {
  ...item,
  calls: [
    {
      ...{ n: 1, at: '2026-11-23T10:00:00.000Z', sco: 'one', call: 'LMSGetValue', element: 'cmi.x', value: '' },
      ...{ length: 0, answer: '', error: '401' },
    },
  ],
};

describe('the list of reported problems', () => {
  it('shows a report with its device and its log, and closes it', async () => {
    let open = true;
    stubApi({
      'GET /courses/c/problems': () => list(open ? [item] : []),
      'GET /problems/r-1': withLog,
      'PUT /problems/r-1': (body) => {
        expect(body).toEqual({ state: 'closed' });
        open = false;
        return { ...withLog, state: 'closed' };
      },
    });
    renderRoutes([{ path: patterns.problems, Component: ProblemsPage }], '/courses/c/problems');
    expect(await screen.findByText('It stays white.')).toBeTruthy();
    expect(screen.getByText(/Screen 360 × 780, page 360 × 640/).textContent).toContain('2 saves waited');
    await userEvent.click(screen.getByRole('button', { name: /What the lesson did/ }));
    const table = within(await screen.findByRole('table'));
    expect(table.getByText('LMSGetValue("cmi.x")')).toBeTruthy();
    expect(table.getByText('Error 401')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close the report' }));
    expect(await screen.findByText('No open reports.')).toBeTruthy();
  });

  it('says when somebody else was first', async () => {
    stubApi({
      'GET /courses/c/problems': list([item]),
      'PUT /problems/r-1': () => problem(412, 'changed-meanwhile'),
    });
    renderRoutes([{ path: patterns.problems, Component: ProblemsPage }], '/courses/c/problems');
    await userEvent.click(await screen.findByRole('button', { name: 'Close the report' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else has changed this report');
  });
});
