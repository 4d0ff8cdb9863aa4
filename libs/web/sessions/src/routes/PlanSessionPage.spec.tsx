import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problem } from '@lms/web-platform/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { id, session } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

const courses = {
  items: [
    {
      ...{ courseId: id(900), code: 'SITE-202', title: 'Site induction' },
      activities: [{ activityId: id(901), title: 'Induction', minutes: 60 }],
    },
  ],
};
const set = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('planning a session', () => {
  it('keeps what is typed, says what is missing, and plans it in London time', async () => {
    const sent: unknown[] = [];
    const answers = {
      'GET /sessions/courses': courses,
      'POST /sessions': (body: unknown) => {
        sent.push(body);
        return sent.length === 1
          ? new Response(
              JSON.stringify({
                ...{ type: 'about:blank', title: 'invalid', status: 422, code: 'invalid', detail: 'Look again.' },
                fields: [{ path: 'trainerIds', message: 'Gareth is away.' }],
              }),
              { status: 422, headers: { 'content-type': 'application/problem+json' } },
            )
          : { id: id(1) };
      },
    };
    show('/sessions/new', answers, ['self', 'record.write']);
    await userEvent.click(await screen.findByRole('button', { name: 'Choose Site induction' }));
    await userEvent.click(screen.getByRole('button', { name: 'Plan it' }));
    for (const missing of ['Say on which day.', 'Give a place or a link to join.'])
      expect(screen.getByText(missing)).not.toBeNull();
    set('Day', '2090-07-01');
    set('From', '07:30');
    expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('08:30');
    set('Place', 'Cabin 3');
    set('How many can come', '12');
    await userEvent.click(screen.getByRole('button', { name: 'Plan it' }));
    expect(await screen.findByText('Gareth is away.')).not.toBeNull();
    expect(localStorage.getItem('waymark.draft.session')).toContain('Cabin 3');
    await userEvent.click(screen.getByRole('button', { name: 'Plan it' }));
    await waitFor(() => expect(localStorage.getItem('waymark.draft.session')).toBeNull());
    expect(sent.at(-1)).toMatchObject({
      ...{ activityId: id(901), form: 'classroom', capacity: 12, organisationIds: [], joinUrl: null },
      ...{ startsAt: '2090-07-01T06:30:00.000Z', endsAt: '2090-07-01T07:30:00.000Z', place: 'Cabin 3' },
      trainerIds: ['00000000-0000-4000-8000-000000000001'],
    });
  });

  it('says who will be told of a change, and overwrites nobody’s unseen', async () => {
    const versions: (string | null)[] = [];
    const may = { change: true, register: true, bookMyself: false, bookOthers: true };
    let current = session({ may, startsAt: '2090-01-12T07:30:00.000Z', endsAt: '2090-01-12T08:30:00.000Z' });
    show(
      `/sessions/${id(1)}/edit`,
      {
        [`GET /sessions/${id(1)}`]: () => current,
        [`PUT /sessions/${id(1)}`]: () => {
          current = { ...current, version: 2, place: 'Cabin 9' };
          return problem(412, 'changed-meanwhile');
        },
      },
      ['self', 'record.write'],
    );
    const stub = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (init?.method === 'PUT') versions.push(new Headers(init.headers).get('if-match'));
      return stub(input, init);
    };
    await screen.findByLabelText('Place');
    set('Good to know', 'Boots');
    expect(screen.queryByText(/7 people who are booked are told/)).toBeNull();
    set('Place', 'Cabin 4');
    expect(screen.getByText(/7 people who are booked are told/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(versions).toEqual(['"1"', '"1"']));
    await userEvent.click(await screen.findByRole('button', { name: 'See what stands now' }));
    expect(await screen.findByDisplayValue('Cabin 9')).not.toBeNull();
  });
});
