import { afterEach, expect, it } from '@jest/globals';
import { renderRoutes } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import { LeaverPage } from './LeaverPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

it('says what is coming while a link is looked at', async () => {
  globalThis.fetch = () => new Promise(() => undefined);
  renderRoutes([{ path: '/leaver', Component: LeaverPage }], '/leaver#token');
  expect(await screen.findByRole('heading', { level: 1, name: 'Your training record' })).not.toBeNull();
  expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
});
