import { afterEach, describe, expect, it } from '@jest/globals';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LinkPage } from './LinkPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const token = 'a-token-of-at-least-twenty-characters';
const routes = [
  { path: '/link', Component: LinkPage },
  { path: '*', element: <p>Inside</p> },
];
const link = { kind: 'invitation', personName: 'Aisha', signInName: 'aisha.karim', expiresAt: '2026-12-01T00:00:00Z' };

describe('a one-time link', () => {
  it('takes the token from the fragment, wants a long password, and signs in', async () => {
    const used: unknown[] = [];
    stubApi({
      'POST /auth/link/inspect': (body) =>
        JSON.stringify(body) === JSON.stringify({ token }) ? link : problem(404, 'link-not-valid'),
      'POST /auth/link/use': (body) => {
        used.push(body);
        return somebody;
      },
    });
    renderRoutes(routes, `/link#${token}`);
    const field = await screen.findByLabelText('New password');
    await userEvent.type(field, 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Save and sign in' }));
    expect(screen.getByText('Use at least 10 characters.')).not.toBeNull();
    expect(used).toEqual([]);
    await userEvent.type(field, ' and then longer');
    await userEvent.click(screen.getByRole('button', { name: 'Save and sign in' }));
    expect(await screen.findByText('Inside')).not.toBeNull();
    expect(used).toEqual([{ token, password: 'short and then longer' }]);
  });

  it('offers a new link when this one does not work any more', async () => {
    stubApi({ 'POST /auth/link/inspect': () => problem(404, 'link-not-valid') });
    renderRoutes(routes, `/link#${token}`);
    expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href')).toBe('/forgotten');
  });
});
