import { afterEach, describe, expect, it } from '@jest/globals';
import type { BeginAssessmentRequest, ToAssessItem } from '@lms/contracts';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inside } from '../testing/inside.js';
import { AssessPage } from './AssessPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const item = (n: number, given: Partial<ToAssessItem> = {}): ToAssessItem => ({
  personId: `p${n}`,
  name: `Person ${n}`,
  organisationName: 'Costain',
  jobRole: 'Operative',
  activityId: 'a',
  activityTitle: 'In the field',
  courseTitle: 'Service avoidance',
  askedAt: '2026-11-22T09:00:00.000Z',
  note: 'East gate',
  dueOn: null,
  assessmentId: null,
  ...given,
});

function show(items: ToAssessItem[]) {
  const begun: BeginAssessmentRequest[] = [];
  stubApi({
    'GET /me': somebody,
    'GET /assessments/waiting': { items, nextCursor: null },
    'GET /assessments/people': { items: [{ id: 'p9', name: 'Ola Berg', organisationName: 'Costain', jobRole: null }] },
    'GET /assessments/people/p9': {
      items: [
        { activityId: 'a', activityTitle: 'A', courseTitle: 'Service avoidance', required: true, doneOn: null },
        { activityId: 'b', activityTitle: 'B', courseTitle: 'First aid', required: false, doneOn: '2026-02-03' },
      ],
    },
    'POST /assessments': (body) => {
      begun.push(body as BeginAssessmentRequest);
      return { id: 'new' };
    },
  });
  const shown = renderRoutes(
    inside([
      { path: '/assess', Component: AssessPage },
      { path: '/assess/:id', element: <p>The sheet</p> },
    ]),
    '/assess',
  );
  return { begun, ...shown };
}

describe('who waits for a signature', () => {
  it('begins with whoever asked, and goes on with what is begun', async () => {
    const { begun, router } = show([item(1), item(2, { assessmentId: 'mine', askedAt: null })]);
    expect((await screen.findByRole('link', { name: 'Carry on Person 2' })).getAttribute('href')).toBe('/assess/mine');
    expect(screen.getByText('2 people wait for you to look.')).not.toBeNull();
    expect(screen.getAllByText('“East gate”')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Assess Person 1' }));
    expect(await screen.findByText('The sheet')).not.toBeNull();
    expect(begun).toEqual([expect.objectContaining({ personId: 'p1', activityId: 'a' })]);
    expect(router.state.location.pathname).toBe('/assess/new');
  });

  it('can begin without being asked, but not what still counts', async () => {
    const { begun } = show([]);
    expect(await screen.findByText('Nobody waits for you.')).not.toBeNull();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a person by name' }), 'ola');
    await userEvent.click(await screen.findByRole('button', { name: 'Choose Ola Berg' }));
    expect(await screen.findByText('Passed Tue 3 Feb 2026, and still counts.')).not.toBeNull();
    expect(screen.getAllByRole('button', { name: /^Assess/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Assess Service avoidance' }));
    await waitFor(() => expect(begun).toEqual([expect.objectContaining({ personId: 'p9', activityId: 'a' })]));
  });
});
