import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Audience, Me } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { MantineRoot } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { AudiencePage } from './AudiencePage.js';

const adviser: Me = { ...somebody, permissions: ['self', 'rules.read', 'rules.write'] };
const SAVED: Audience = {
  ...{ id: 'a1', version: 1, name: 'Site people', predicate: { is: 'all', of: [{ is: 'group', in: ['site'] }] } },
  ...{ words: 'in the site group', names: [], ownerId: 'p1', ownerName: 'Helen Marsh', rules: [] },
};
/** What somebody else saves meanwhile. */
const THEIRS: Audience = {
  ...SAVED,
  ...{ version: 2, predicate: { is: 'all', of: [{ is: 'group', in: ['office'] }] }, words: 'in the office group' },
};

const realFetch = globalThis.fetch;
let now: Audience;
let sent: unknown[];
beforeEach(() => {
  localStorage.clear();
  [now, sent] = [SAVED, []];
  stubApi({
    'GET /me': adviser,
    'GET /audiences/a1': () => now,
    'GET /audiences/words': { jobRoles: [], tags: [] },
    'GET /audiences/a1/rules': { items: [] },
    'GET /audiences/a1/history': { items: [] },
    'POST /audiences/count': { people: 3, words: '', sample: [] },
    'POST /audiences/a1/compare': { before: 3, after: 2, gains: 1, leaves: 2, gaining: [], leaving: [] },
    'PUT /audiences/a1': (body) => {
      sent.push(body);
      if (sent.length > 1) return { ...THEIRS, version: 3 };
      now = THEIRS;
      return problem(412, 'changed-meanwhile');
    },
  });
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function Desk() {
  const { data } = useQuery(meQuery());
  return <MantineRoot>{data ? <Outlet /> : null}</MantineRoot>;
}
const open = () =>
  renderRoutes(
    [{ Component: Desk, children: [{ path: '/rules/audiences/:audienceId', Component: AudiencePage }] }],
    '/rules/audiences/a1?change=yes',
  );
const name = () => screen.findByLabelText('Name');
const press = async (label: string) => userEvent.click(await screen.findByRole('button', { name: label }));

describe('changing a saved audience', () => {
  it('tells whoever comes second, and loses nothing of either', async () => {
    open();
    await userEvent.type(await name(), ' and more');
    await press('Save the audience');
    await screen.findByText('They saved “Site people”: everyone in the office group.');
    await press('Go on with mine');
    await press('Save the audience');
    await screen.findByText('No rule was made with it yet');
    expect(sent).toEqual([
      { name: 'Site people and more', predicate: SAVED.predicate },
      { name: 'Site people and more', predicate: THEIRS.predicate },
    ]);
  });

  it('keeps what was written on the device until it is saved or given up', async () => {
    open();
    await userEvent.type(await name(), ' and more');
    cleanup();
    open();
    expect(await name()).toHaveProperty('value', 'Site people and more');
    await screen.findByText('This is what you wrote earlier and did not save.');
    await press('Begin again with what is saved');
    expect(await name()).toHaveProperty('value', 'Site people');
  });
});
