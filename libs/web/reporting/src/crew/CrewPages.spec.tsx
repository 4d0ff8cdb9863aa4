import { afterEach, describe, expect, it } from '@jest/globals';
import type { CrewPerson, CrewTotals } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { MantineRoot, Toasts } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { type Bookings, type Parts, PartsProvider } from '../parts/parts.js';
import { CrewPage } from '../routes/CrewPage.js';
import { TeamPage } from '../routes/TeamPage.js';

const realFetch = globalThis.fetch;
const totals: CrewTotals = {
  ...{ today: '2026-11-30', soonUntil: '2026-12-30' },
  ...{ people: 2, inOrder: 1, late: 1, soon: 0, waiting: 1, outside: 1, starting: 0 },
};
const person = (name: string, more: Partial<CrewPerson> = {}): CrewPerson => ({
  ...{ personId: `p-${name}`, name, jobRole: 'Ganger', organisationId: 'd', organisationName: 'Dunmarsh', lead: null },
  ...{ late: 0, soon: 0, waiting: 0, next: null, access: 'own' as const, hasMailbox: true },
  ...more,
});
const marek = person('Marek', {
  ...{ late: 2, access: 'none', hasMailbox: false, waiting: 1 },
  next: { courseId: 'c', title: 'Plant', standing: 'overdue', day: '2026-11-23' },
});
const nothingBooked: Bookings = { of: () => undefined, teaches: () => false };
const coordinator = ['self', 'people.read', 'imports.write', 'cards.write', 'record.read', 'assignments.write'];

let bookings: Bookings = nothingBooked;
const parts: Parts = {
  InvitePeople: ({ personIds, onDone }) => (
    <p>
      Inviting {personIds.join(', ')}
      <button onClick={onDone}>Invited</button>
    </p>
  ),
  Tasks: () => null,
  useBookings: () => bookings,
  useChecks: () => ({
    ...{ assesses: true, toAssess: 3, verifies: false, toCheck: 0, sends: false, sentBack: 0 },
    ...{ returned: [], notPassed: [] },
  }),
};

function show(at: string, answers: Record<string, Answer>, permissions = coordinator) {
  const { calls } = stubApi({ 'GET /me': { ...somebody, permissions }, ...answers });
  const Desk = () =>
    useQuery(meQuery()).data && (
      <MantineRoot>
        <PartsProvider value={parts}>
          <Outlet />
        </PartsProvider>
        <Toasts />
      </MantineRoot>
    );
  renderRoutes(
    [
      {
        Component: Desk,
        children: [
          { path: '/crew', Component: CrewPage },
          { path: '/team', Component: TeamPage },
        ],
      },
    ],
    at,
  );
  return calls;
}
const organisations = {
  items: [
    { id: 'd', name: 'Dunmarsh', depth: 0 },
    { id: 'l', name: 'Larkstone', depth: 1 },
  ],
};
const crew = (items: CrewPerson[], counts = totals): Record<string, Answer> => ({
  'GET /my/organisations': organisations,
  'GET /organisations/d/crew': { items, nextCursor: null },
  'GET /organisations/d/crew-totals': counts,
});

describe('the places of those who look after people', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
    bookings = nothingBooked;
  });

  it('tells a coordinator who is not in order and what is owed next, and leads to the tiers below', async () => {
    show('/crew', crew([marek, person('Siobhan')]));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dunmarsh' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Not in order: 1 person' })).toBeTruthy();
    const [first, second] = within(await screen.findByRole('list', { name: 'People' })).getAllByRole('listitem');
    expect(first?.textContent).toContain('Plant, was due 7 days ago and 1 more not in order');
    expect(first?.textContent).toContain('Cannot sign in yet');
    expect(second?.textContent).toContain('Nothing is owed');
    expect(screen.getByRole('link', { name: 'Larkstone' }).getAttribute('href')).toBe('/crew?organisation=l');
    expect(screen.getByRole('link', { name: /Not in order 1/ }).getAttribute('href')).toBe('/crew?show=late');
    expect(screen.getByRole('link', { name: 'Open the matrix' }).getAttribute('href')).toBe('/matrix?organisationId=d');
  });

  it('offers what fits one person, and reminds them at once', async () => {
    const calls = show('/crew', {
      ...crew([marek]),
      'POST /matrix/chase': { reminded: 1, withoutAddress: 1, nothingLate: 0, booked: 0 },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for Marek' }));
    expect((await screen.findByRole('link', { name: 'Make a sign-in card' })).getAttribute('href')).toBe(
      '/people/cards?person=p-Marek',
    );
    expect(screen.getByRole('link', { name: 'Send a card or certificate' }).getAttribute('href')).toBe(
      '/evidence/new?person=p-Marek',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remind of what is late' }));
    expect(await screen.findByText(/1 person is reminded/)).toBeTruthy();
    expect(calls).toContain('POST /matrix/chase');
  });

  it('lets several in, and then has nobody selected', async () => {
    show('/crew', crew([marek, person('Siobhan', { access: 'none' })]));
    await userEvent.click(await screen.findByRole('button', { name: 'Select everybody shown' }));
    await userEvent.click(screen.getByRole('button', { name: 'Let them in' }));
    expect(await screen.findByText('Inviting p-Marek, p-Siobhan')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Invited' }));
    expect(screen.queryByText(/^Inviting/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Let them in' })).toBeNull();
  });

  it('says for when somebody is booked, and leads to a session for what is owed and taught', async () => {
    const booking = {
      ...{ bookingId: 'b', personId: 'p-Siobhan', sessionId: 's', courseId: 'c', form: 'classroom' as const },
      ...{ startsAt: '2027-01-12T08:00:00Z', endsAt: '2027-01-12T09:00:00Z', place: 'Cabin 3' },
      ...{ state: 'booked' as const, turn: null },
    };
    bookings = { of: (id) => (id === 'p-Siobhan' ? booking : undefined), teaches: (courseId) => courseId === 'c' };
    show('/crew?show=late', crew([marek, person('Siobhan', { next: marek.next }), person('Ion')]));
    const row = (name: string) => within(screen.getByRole('heading', { name }).closest('li')!);
    const booked = await screen.findByRole('link', { name: /^Booked Tue\s12\sJan$/ });
    expect(booked.getAttribute('href')).toBe('/sessions/s');
    expect(row('Siobhan').queryByRole('link', { name: /^Book a session/ })).toBeNull();
    const one = row('Marek').getByRole('link', { name: 'Book a session for Marek' });
    expect(one.getAttribute('href')).toBe('/sessions/book?people=p-Marek&course=c');
    for (const name of ['Marek', 'Siobhan'])
      await userEvent.click(screen.getByRole('checkbox', { name: `Select ${name}` }));
    const all = within(screen.getByRole('region', { name: 'With those who are selected' }));
    expect(all.getByRole('link', { name: 'Book a session' }).getAttribute('href')).toBe(
      '/sessions/book?people=p-Marek%2Cp-Siobhan&course=c',
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ion' }));
    const some = all.getByRole('link', { name: 'Book 2 for Plant' });
    expect(some.getAttribute('href')).toBe('/sessions/book?people=p-Marek%2Cp-Siobhan&course=c');
  });

  it('begins with bringing in a crew where there is none', async () => {
    show('/crew', crew([], { ...totals, people: 0 }));
    expect(await screen.findByRole('heading', { name: 'No crew yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Bring in a crew' }).getAttribute('href')).toBe('/imports/new?kind=people');
  });

  it('shows a line manager who reports through whom, and what waits for them', async () => {
    const lead = (id: string, name: string) => ({ lead: { personId: id, name } });
    show(
      '/team?team=all',
      {
        'GET /my/team': {
          items: [person('Marek', lead(somebody.personId, 'Aisha Karim')), person('Ion', lead('p-Marek', 'Marek'))],
          nextCursor: null,
        },
        'GET /my/team-totals': { ...totals, late: 0, inOrder: 2 },
      },
      ['self', 'people.read', 'record.read', 'assignments.write'],
    );
    expect(await screen.findByRole('heading', { name: 'Everybody is in order' })).toBeTruthy();
    expect(await screen.findByRole('heading', { name: '3 practicals to sign' })).toBeTruthy();
    expect(within(await screen.findByRole('list', { name: 'Report to Marek' })).getByText('Ion')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Report to me' })).toBeTruthy();
  });
});
