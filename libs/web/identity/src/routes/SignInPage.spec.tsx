import { afterEach, describe, expect, it } from '@jest/globals';
import { problem, renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const routes = [
  { path: '/sign-in', Component: SignInPage },
  { path: '*', element: <p>Inside</p> },
];

async function signIn(answer: Answer, at = '/sign-in') {
  const api = stubApi({
    'GET /me': () => problem(401, 'signed-out'),
    'POST /auth/refresh': () => problem(401, 'signed-out'),
    'POST /auth/sign-in': answer,
  });
  const shown = renderRoutes(routes, at);
  await userEvent.type(await screen.findByRole('textbox', { name: /E-mail address/ }), ' aisha.karim ');
  await userEvent.type(screen.getByLabelText('Password'), 'three words together');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return { ...shown, ...api };
}

describe('signing in', () => {
  it('goes on to where the person wanted to go', async () => {
    let sent: unknown;
    const { router } = await signIn((body) => {
      sent = body;
      return somebody;
    }, '/sign-in?next=%2Frecord%3Fstanding%3Doverdue');
    expect(await screen.findByText('Inside')).not.toBeNull();
    expect(router.state.location.pathname + router.state.location.search).toBe('/record?standing=overdue');
    expect(sent).toEqual({ name: 'aisha.karim', password: 'three words together' });
  });

  it('never goes on to another site', async () => {
    const { router } = await signIn(somebody, '/sign-in?next=%2F%2Felsewhere.test%2F');
    await screen.findByText('Inside');
    expect(router.state.location.pathname).toBe('/');
  });

  it('says when name and password do not go together, and keeps what was typed', async () => {
    await signIn(() => problem(401, 'sign-in-failed'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/do not go together/);
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'three words together');
  });

  it('says how long to wait after too many tries', async () => {
    await signIn(() => problem(429, 'too-many-attempts', 'Too many', { 'retry-after': '290' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Too many tries. Wait 5 minutes, then try again.');
  });

  it('asks for what is missing beside the field and sends nothing', async () => {
    const { calls } = stubApi({ 'GET /me': () => problem(401, 'signed-out') });
    renderRoutes(routes, '/sign-in');
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    const name = screen.getByRole('textbox', { name: /E-mail address/ });
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /Type your e-mail/,
    );
    expect(calls).not.toContain('POST /auth/sign-in');
  });

  it('shows the password while it is typed', async () => {
    stubApi({});
    renderRoutes(routes, '/sign-in');
    const password = await screen.findByLabelText('Password');
    expect(password.getAttribute('type')).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(password.getAttribute('type')).toBe('text');
  });
});
