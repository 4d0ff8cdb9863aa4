import { afterEach, describe, expect, it } from '@jest/globals';
import type { CourseOutline } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NewVersion } from './NewVersion.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const stop = (n: number, doneAt: string | null) => ({
  id: id(n),
  kind: 'link' as const,
  title: `Stop ${n}`,
  minutes: null,
  state: doneAt ? ('done' as const) : ('here' as const),
  doneAt,
  percent: null,
});
const outline = (facts: Partial<CourseOutline>): CourseOutline => ({
  courseId: id(1),
  courseVersionId: id(2),
  title: 'Fatigue',
  summary: '',
  number: 1,
  minutes: 20,
  dueOn: null,
  completedOn: null,
  validUntil: null,
  newer: null,
  ended: null,
  revisions: [],
  activities: [stop(10, '2026-11-20T09:00:00.000Z'), stop(11, null)],
  ...facts,
});
const major = {
  courseVersionId: id(3),
  number: 2,
  news: 'New rules for rest.',
  publishedOn: '2026-11-20',
  change: 'major' as const,
  begun: 'restart' as const,
  endsOn: '2026-11-28',
};
function show(given: CourseOutline, answers: Parameters<typeof stubApi>[0] = {}) {
  const stub = stubApi(answers);
  const { router } = renderRoutes(
    [{ path: '*', Component: () => <NewVersion outline={given} today="2026-11-23" /> }],
    '/courses/x',
  );
  return { ...stub, router };
}

describe('a version that came out meanwhile', () => {
  it('says what ends and when, and takes nothing before the learner has confirmed it', async () => {
    const fresh = outline({ number: 2, activities: [stop(20, null)] });
    let sent: unknown;
    const { calls, router } = show(outline({ newer: major }), {
      [`POST /my/courses/${id(1)}/new-version`]: (body) => {
        sent = body;
        return fresh;
      },
    });
    expect(screen.getByRole('heading', { name: 'A new version came out on Fri 20 Nov 2026' })).not.toBeNull();
    expect(screen.getByText(/until Sat 28 Nov 2026, in 5 days/)).not.toBeNull();
    expect(screen.getByText('What is new: New rules for rest.')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Start version 2 instead' }));
    expect(screen.getByText(/with 1 stop that you have finished/)).not.toBeNull();
    expect(calls).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Stay with version 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Start version 2 instead' }));
    await userEvent.click(screen.getByRole('button', { name: 'Start version 2' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/courses/${id(1)}/activities/${id(20)}`));
    expect(sent).toEqual({ courseVersionId: id(3) });
  });

  it('is only mentioned when it is a minor one', () => {
    show(outline({ newer: { ...major, change: 'minor', begun: 'finish', endsOn: null } }));
    expect(screen.getByRole('status').textContent).toContain('nothing changes for you');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is explained when the earlier one has ended by its date', () => {
    show(outline({ number: 2, ended: { number: 1, on: '2026-11-22' } }));
    expect(screen.getByRole('status').textContent).toBe(
      'Version 1 ended on Sun 22 Nov 2026. You had begun it and not finished. You now start version 2.',
    );
  });
});
