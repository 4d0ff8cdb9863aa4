import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { stubApi, type Answer } from '@lms/web-platform/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adviser, renderDesk } from '../testing/render-desk.js';
import { NewPersonPage } from './NewPersonPage.js';

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

const organisation = { id: 'o1', name: 'Brackenfell Traffic Management', parentName: null, kind: 'supplier' };
const api = (answer: Answer) =>
  stubApi({
    'GET /me': adviser,
    'GET /organisations': { items: [organisation], nextCursor: null },
    'POST /people': answer,
  });
const refused = (fields: { path: string; message: string }[]) =>
  new Response(JSON.stringify({ status: 422, code: 'invalid', detail: 'Some fields are not right.', fields }), {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
  });
const open = () =>
  renderDesk(
    [
      { path: '/people/new', Component: NewPersonPage },
      { path: '/people/:personId', element: <p>Arrived</p> },
    ],
    '/people/new',
  );

const field = (name: string) => screen.getByLabelText(name, { selector: 'input, select' });
/** Where a field's error stands: its description says so. */
const errorOf = (name: string) => {
  const ids = field(name).getAttribute('aria-describedby') ?? '';
  return document.getElementById(ids.split(' ').find((id) => id.endsWith('-error')) ?? '')?.textContent;
};

async function fill() {
  await screen.findByLabelText('Given name');
  await userEvent.type(field('Given name'), 'Aisha');
  await userEvent.type(field('Family name'), 'Karim');
  await userEvent.type(field('Contact e-mail'), 'aisha@example.org');
  await userEvent.click(field('Organisation'));
  await userEvent.click(await screen.findByRole('option', { name: /Brackenfell/, hidden: true }));
  await userEvent.type(field('Employee number'), 'BTM-114');
  await userEvent.type(field('Job role'), 'Traffic operative');
  await userEvent.selectOptions(field('Group'), 'Site');
  fireEvent.change(field('First day'), { target: { value: '2026-11-30' } });
}

describe('adding a person', () => {
  it('sends everything in one request and goes on to the person', async () => {
    const sent: unknown[] = [];
    api((body) => {
      sent.push(body);
      return { id: 'p1' };
    });
    const { router } = open();
    await fill();
    await userEvent.click(screen.getByRole('button', { name: 'Add and invite' }));
    expect(await screen.findByText('Arrived')).not.toBeNull();
    expect(sent).toEqual([
      {
        person: {
          givenName: 'Aisha',
          familyName: 'Karim',
          knownAs: null,
          contactEmail: 'aisha@example.org',
          phone: null,
        },
        engagement: {
          organisationId: 'o1',
          employeeNumber: 'BTM-114',
          jobRole: 'Traffic operative',
          employmentGroup: 'site',
          schemeIds: [],
          tags: [],
          lineManagerId: null,
          workEmail: null,
          startsOn: '2026-11-30',
          endsOn: null,
        },
        signInName: null,
        invite: true,
      },
    ]);
    expect(router.state.location.pathname).toBe('/people/p1');
    expect(router.state.location.state).toEqual({ added: { name: 'Aisha Karim', invited: true } });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('puts what the API refuses at its fields, keeps the rest, and goes to the first', async () => {
    api(
      refused([
        { path: 'engagement.employeeNumber', message: 'Kwame Mensah has this number there already.' },
        { path: 'signInName', message: 'Somebody signs in as aisha@example.org already.' },
        { path: 'shoeSize', message: 'Shoes do not fit.' },
      ]),
    );
    open();
    await fill();
    await userEvent.click(screen.getByRole('button', { name: 'Add and invite' }));
    await waitFor(() => expect(errorOf('Employee number')).toBe('Kwame Mensah has this number there already.'));
    expect(errorOf('Sign-in name')).toBe('Somebody signs in as aisha@example.org already.');
    expect(screen.getByRole('alert').textContent).toBe('Shoes do not fit.');
    expect(document.activeElement).toBe(field('Employee number'));
    expect(screen.getByDisplayValue('Traffic operative')).not.toBeNull();

    await userEvent.type(field('Employee number'), '5');
    expect(errorOf('Employee number')).toBeUndefined();
    expect(errorOf('Sign-in name')).not.toBeUndefined();
  });

  it('asks for what is missing before it sends anything', async () => {
    const { calls } = api({ id: 'p1' });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add and invite' }));
    expect(errorOf('Given name')).toBe('Type the given name.');
    expect(errorOf('Organisation')).toBe('Choose an organisation.');
    expect(errorOf('Group')).toContain('Choose a group.');
    const schemes = document.getElementById(field('Schemes').getAttribute('aria-describedby') ?? '');
    expect(schemes?.textContent).toBe('Where they work. Several are fine.');
    expect(errorOf('Contact e-mail')).toContain('e-mail address for the invitation');
    expect(document.activeElement).toBe(field('Given name'));
    expect(calls).not.toContain('POST /people');
  });

  it('shows again what was typed and not sent, until it is started again', async () => {
    api({ id: 'p1' });
    open();
    await fill();
    cleanup();
    open();
    expect(await screen.findByDisplayValue('Karim')).not.toBeNull();
    expect(screen.getByDisplayValue('Brackenfell Traffic Management')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect((field('Family name') as HTMLInputElement).value).toBe('');
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
