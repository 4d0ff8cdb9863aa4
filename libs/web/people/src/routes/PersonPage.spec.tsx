import { afterEach, describe, expect, it } from '@jest/globals';
import type { Me, Person } from '@lms/contracts';
import { problem, stubApi, type Answer } from '@lms/web-platform/testing';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { person } from '../testing/fixtures.js';
import { adviser, renderDesk } from '../testing/render-desk.js';
import { PersonPage } from './PersonPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const theirs: Person = { ...person, version: 4, familyName: 'Jones', phone: '07700 900123' };
const open = (at: string, answers: Record<string, Answer>, me: Me = adviser) => {
  const stub = stubApi({
    'GET /me': me,
    'GET /people/p1': person,
    'GET /people/p1/history': { items: [] },
    ...answers,
  });
  return {
    ...stub,
    ...renderDesk(
      [
        { path: '/people/:personId', Component: PersonPage },
        { path: '/elsewhere', element: null },
      ],
      at,
    ),
  };
};
const value = (name: string) => (screen.getByLabelText(name) as HTMLInputElement).value;
const retype = async (name: string, text: string) => {
  await userEvent.clear(screen.getByLabelText(name));
  await userEvent.type(screen.getByLabelText(name), text);
};

describe('what the audit log has of a person', () => {
  it('is one step away for whoever may read it, and for nobody else', async () => {
    const name = 'Who did what to this entry';
    open('/people/p1', {}, { ...adviser, permissions: [...adviser.permissions, 'audit.read'] });
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe('/audit?targetId=p1');
    cleanup();
    open('/people/p1', {});
    await screen.findByRole('heading', { level: 1, name: person.name });
    expect(screen.queryByRole('link', { name })).toBeNull();
  });
});

describe('editing a person', () => {
  it('keeps mine and shows theirs when somebody saved in between', async () => {
    let stored = person;
    const seen: unknown[] = [];
    const { router } = open('/people/p1?dialog=person', {
      'GET /people/p1': () => stored,
      'PUT /people/p1': (body) => {
        seen.push(body);
        if (stored === person) {
          stored = theirs;
          return problem(412, 'changed-meanwhile');
        }
        return { ...theirs, ...(body as object), version: 5 };
      },
    });
    await screen.findByRole('dialog');
    await retype('Given name', 'Ayesha');
    await retype('Family name', 'Karim-Jones');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    // What only they changed is taken over; where both did, mine stays and theirs is offered.
    await waitFor(() => expect(value('Phone')).toBe('07700 900123'));
    expect([value('Given name'), value('Family name')]).toEqual(['Ayesha', 'Karim-Jones']);
    expect(screen.getByText(/They saved/).textContent).toBe('They saved Jones.');
    expect(screen.getAllByRole('button', { name: 'Use theirs' })).toHaveLength(1);

    await userEvent.click(screen.getByRole('button', { name: 'Use theirs' }));
    expect(value('Family name')).toBe('Jones');
    expect(screen.queryByText(/They saved/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(seen[1]).toMatchObject({ givenName: 'Ayesha', familyName: 'Jones', phone: '07700 900123' });
    expect(router.state.location.search).toBe('');
  });

  it('sends the version that was read, and after a conflict the newer one', async () => {
    const versions: (string | null)[] = [];
    open('/people/p1?dialog=person', {});
    const answer = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (init?.method !== 'PUT') return answer(input, init);
      versions.push(new Headers(init.headers).get('if-match'));
      stubApi({ 'GET /me': adviser, 'GET /people/p1': theirs, 'GET /people/p1/history': { items: [] } });
      const again = globalThis.fetch;
      globalThis.fetch = (next, options) => {
        if (options?.method !== 'PUT') return again(next, options);
        versions.push(new Headers(options.headers).get('if-match'));
        return Promise.resolve(Response.json({ ...theirs, version: 5 }));
      };
      return Promise.resolve(problem(412, 'changed-meanwhile'));
    };
    await screen.findByRole('dialog');
    await retype('Given name', 'Ayesha');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/Their changes are in the form now/);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(versions).toEqual(['"3"', '"4"']));
  });
});

describe('a person', () => {
  it('is invited from the account, which then says when', async () => {
    let invited = false;
    open('/people/p1', {
      'GET /people/p1': () =>
        invited ? { ...person, account: { ...person.account, invitedAt: '2026-11-23T09:30:00Z' } } : person,
      'POST /people/p1/invitation': () => {
        invited = true;
        return new Response(null, { status: 202 });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Send invitation' }));
    const account = within(screen.getByRole('region', { name: 'Account' }));
    expect(await account.findByText('Mon 23 Nov 2026, 09:30')).not.toBeNull();
    expect(account.getByRole('button', { name: 'Send it again' })).not.toBeNull();
  });

  it('who was just added is told so, gets no second invitation, and then their path', async () => {
    let looked = 0;
    const { router } = open('/elsewhere', {
      'GET /people/p1/record': () => ({ routes: ++looked > 1 ? [{ title: 'Site operative' }] : [] }),
    });
    await waitFor(() => expect(router.state.initialized).toBe(true));
    await act(() => router.navigate('/people/p1', { state: { added: { name: 'Aisha Karim', invited: true } } }));
    expect(await screen.findByText('Aisha Karim is added and the invitation is on its way.')).not.toBeNull();
    expect(screen.getByText('Being sent')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Send invitation' })).toBeNull();
    expect(await screen.findByText(/Site operative is given/, {}, { timeout: 4000 })).not.toBeNull();
  });

  it('can only be read by who may only read, whatever the address asks for', async () => {
    open('/people/p1?dialog=person', {}, { ...adviser, permissions: ['self', 'people.read'] });
    expect(await screen.findByRole('heading', { level: 1, name: 'Aisha Karim' })).not.toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryAllByRole('button').map((button) => button.textContent)).toEqual([]);
  });

  it('ends a role on the day that is chosen, and shows why not', async () => {
    const grant = { id: 'g1', role: 'trainer', organisationId: null, organisationName: null } as const;
    open('/people/p1', {
      'GET /people/p1': { ...person, grants: [{ ...grant, startsOn: '2026-01-01', endsOn: null }] },
      'POST /grants/g1/end': problem(409, 'already-ended', 'This role has ended.'),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'End Trainer' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Trainer: what it opens is closed to Aisha Karim after this day.')).not.toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'End this role' }));
    expect((await dialog.findByRole('alert')).textContent).toBe('This role has ended.');
  });
});
