import { afterEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { id, listed } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const list = (asked: string[]) => ({
  'GET /sessions': (_body: unknown, url: URL) => {
    asked.push(url.search);
    return {
      items: [listed(1, { mine: { bookingId: id(9), state: 'waiting', turn: 2 }, free: 0, waiting: 2 }), listed(2)],
      nextCursor: null,
    };
  },
});

describe('the sessions that are coming', () => {
  it('say when, where, with whom and whether there is room, and lead to each', async () => {
    const asked: string[] = [];
    show('/sessions', list(asked));
    const rows = within(await screen.findByRole('list', { name: 'Sessions' }));
    expect(rows.getAllByRole('link', { name: 'Site induction' })[0]?.getAttribute('href')).toBe(`/sessions/${id(1)}`);
    expect(rows.getAllByText('Thu 12 Jan 2090, 07:30 to 08:30')).toHaveLength(2);
    expect(rows.getByText('Full, 2 waiting')).not.toBeNull();
    expect(rows.getByText('Waiting list: you are number 2')).not.toBeNull();
    expect(rows.getByText('5 places left')).not.toBeNull();
    expect(asked).toEqual(['?state=planned']);
    expect(screen.queryByRole('link', { name: 'Plan a session' })).toBeNull();
  });

  it('are narrowed down in the address, and nothing is asked that it made up', async () => {
    const asked: string[] = [];
    const { router } = show(`/sessions?course=${id(900)}&form=dance&show=evil`, list(asked));
    expect(await screen.findByRole('heading', { name: 'Only “Site induction”' })).not.toBeNull();
    expect(asked).toEqual([`?state=planned&courseId=${id(900)}`]);
    await userEvent.click(screen.getByRole('link', { name: 'With places left' }));
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2090-01-10' } });
    await waitFor(() => expect(router.state.location.search).toContain('show=free'));
    expect(router.state.location.search).toContain('from=2090-01-10');
    await waitFor(() => expect(asked.at(-1)).toContain('show=free'));
  });

  it('offer trainers to plan, theirs alone, and what is over', async () => {
    const asked: string[] = [];
    show('/sessions?when=past&show=teaching', list(asked), ['self', 'record.write']);
    expect(await screen.findByRole('link', { name: 'Plan a session' })).not.toBeNull();
    // Today is 23 Nov 2026.
    expect(asked).toEqual(['?show=teaching&from=2026-08-25&to=2026-11-22']);
  });
});
