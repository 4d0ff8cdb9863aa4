import { afterEach, describe, expect, it } from '@jest/globals';
import type { SurveyResults } from '@lms/contracts';
import { meQuery, patterns, paths } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SurveyResultsPage } from './SurveyResultsPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const results: SurveyResults = {
  title: 'Exit survey',
  courseTitle: 'Leaving us',
  anonymous: true,
  versions: [
    { number: 2, anonymous: true },
    { number: 1, anonymous: false },
  ],
  sheets: 5,
  waiting: 2,
  questions: [
    {
      question: {
        id: 'q1',
        text: 'Would you come back?',
        required: true,
        body: { type: 'scale', low: 'Never', high: '' },
      },
      answered: 5,
      counts: { 1: 1, 4: 4 },
      texts: [],
    },
    {
      question: { id: 'q2', text: 'What should change?', required: false, body: { type: 'long-text' } },
      answered: 3,
      counts: {},
      texts: ['More light', 'Shorter nights'],
    },
  ],
};

function Inside() {
  const { data } = useQuery(meQuery());
  return data ? <SurveyResultsPage /> : null;
}
const show = (given: (path: string) => SurveyResults, search = '', permissions = ['self', 'courses.write']) => {
  stubApi({
    'GET /me': { ...somebody, permissions },
    'GET /activities/a1/survey-results': () => given(''),
    'GET /activities/a1/survey-results?version=1': () => given('version=1'),
    'GET /activities/a1/survey-results?version=1&from=2026-11-01': () => given('from'),
  });
  renderRoutes([{ path: patterns.surveyResults, element: <Inside /> }], paths.surveyResults('c1', 'a1') + search);
};

describe('the answers to a survey', () => {
  it('are counted for each question, and say what waits', async () => {
    show(() => results);
    const table = await screen.findByRole('table', { name: 'Would you come back?' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual(['1, Never1 20%', '20 0%', '30 0%', '44 80%', '50 0%']);
    expect(screen.getByText('Answered by 5 people. Average 3.4')).not.toBeNull();
    expect(screen.getByText('More light')).not.toBeNull();
    expect(screen.getByText(/^The first 2 of 3/)).not.toBeNull();
    expect(screen.getByText(/^2 more answers wait/)).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Download (CSV)' }).getAttribute('href')).toBe(
      '/api/v1/activities/a1/survey-results.csv',
    );
    expect(screen.queryByRole('link', { name: /with names/ })).toBeNull();
  });

  it('are narrowed down in the address, and so are their files', async () => {
    show(() => results, '', ['self', 'courses.write', 'record.correct']);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Version' }), 'Version 1');
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-11-01' } });
    const names = await screen.findByRole('link', { name: 'Download with names (CSV)' });
    expect(names.getAttribute('href')).toBe('/api/v1/activities/a1/survey-names.csv?version=1&from=2026-11-01');
  });

  it('are nothing yet, not enough to be shown, or none of those days', async () => {
    const none = { ...results, sheets: 0, waiting: 0, questions: [] };
    show(() => none);
    expect(await screen.findByText('No answers yet')).not.toBeNull();
    cleanup();
    show(() => ({ ...none, waiting: 4 }));
    expect(await screen.findByText('Not shown yet')).not.toBeNull();
    cleanup();
    show(() => none, '?version=1');
    expect(await screen.findByText('No answers in these days')).not.toBeNull();
  });
});
