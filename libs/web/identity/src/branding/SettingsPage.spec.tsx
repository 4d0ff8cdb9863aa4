import { afterEach, describe, expect, it } from '@jest/globals';
import type { Branding, Me } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { SettingsPage } from './SettingsPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const stored: Branding = {
  ...{
    version: 4,
    name: null,
    accent: null,
    logo: null,
    changedByName: 'Ada Stone',
    changedAt: '2026-11-30T09:00:00Z',
  },
  support: { name: '', email: '', phone: '' },
};
const show = (permissions: string[], more: Record<string, unknown> = {}) => {
  function SignedIn() {
    const me: Me = { ...somebody, permissions: ['self', ...permissions] };
    useQueryClient().setQueryData(meQuery().queryKey, me);
    return <Outlet />;
  }
  stubApi({ 'GET /branding': stored, ...more });
  const pages = [
    { path: '/settings', Component: SettingsPage },
    { path: '/settings/outcomes', element: <p>The outcomes</p> },
  ];
  return renderRoutes([{ Component: SignedIn, children: pages }], '/settings');
};
const colour = (name: string) => screen.getByRole('textbox', { name });

describe('the settings', () => {
  it('take a colour that can be read, and no other', async () => {
    const sent: unknown[] = [];
    const save = (body: unknown) => {
      sent.push(body);
      return { ...stored, version: 5 };
    };
    show(['settings.write'], { 'PUT /branding': save });
    await userEvent.type(await screen.findByLabelText('What the platform is called'), 'Roads Academy');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Colours of your own/ }));
    await userEvent.clear(colour('On light pages'));
    await userEvent.type(colour('On light pages'), '#E05A00');
    expect(screen.getByText(/^Too hard to read: links 3.3 to 1/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: /^Take the nearest/ }));
    expect(screen.queryByText(/^Too hard to read/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved\./)).toBeTruthy();
    expect(sent).toMatchObject([{ name: 'Roads Academy', logoSha256: null }]);
  });

  it('put back what was before', async () => {
    show(['settings.write'], { 'POST /branding/undo': { ...stored, version: 5, name: 'Before' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Put back what was before' }));
    expect(await screen.findByDisplayValue('Before')).toBeTruthy();
  });

  it('are the outcomes alone for the People Team', async () => {
    show(['outcomes.write']);
    expect(await screen.findByText('The outcomes')).toBeTruthy();
  });
});
