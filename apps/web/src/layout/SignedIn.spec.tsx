import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@lms/contracts';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';

// The queue needs IndexedDB, which is not here; that it starts for the right person is what matters.
const startCommitQueue = jest.fn((_personId: string) => Promise.resolve());
jest.unstable_mockModule('@lms/web-delivery', () => ({ startCommitQueue }));
const { SignedIn } = await import('./SignedIn.js');

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  startCommitQueue.mockClear();
});

async function arriveAt(at: string, me: Me | null) {
  stubApi({
    'GET /me': () => me ?? problem(401, 'signed-out'),
    'POST /auth/refresh': () => problem(401, 'signed-out'),
  });
  const { router } = renderRoutes(
    [
      { path: '/sign-in', element: <p>Arrived</p> },
      { Component: SignedIn, children: [{ path: '*', element: <p>Arrived</p> }] },
    ],
    at,
  );
  await screen.findByText('Arrived');
  return router.state.location.pathname + router.state.location.search;
}

describe('the way in', () => {
  it('keeps a deep link through sign-in', async () => {
    expect(await arriveAt('/paths/7/progress?state=overdue', null)).toBe(
      '/sign-in?next=%2Fpaths%2F7%2Fprogress%3Fstate%3Doverdue',
    );
  });

  it('lets through who has nothing left to do, and sends what earlier visits left once the page is there', async () => {
    expect(await arriveAt('/record', somebody)).toBe('/record');
    expect(startCommitQueue).not.toHaveBeenCalled();
    await waitFor(() => expect(startCommitQueue).toHaveBeenCalledWith(somebody.personId));
  });

  const unread = { ...somebody, privacyNotice: { version: 2, accepted: false } };
  it.each([
    [
      'an own password first',
      '/record',
      { ...unread, mustChangePassword: true, gate: 'choose-password' as const },
      '/choose-password?next=%2Frecord',
    ],
    [
      'then a second step',
      '/choose-password?next=%2Frecord',
      { ...unread, gate: 'second-factor' as const },
      '/second-step?next=%2Frecord',
    ],
    ['then the privacy notice', '/choose-password?next=%2Frecord', unread, '/privacy-notice?next=%2Frecord'],
    ['nothing to come back to', '/', unread, '/privacy-notice'],
  ])('asks for %s and remembers the way', async (_what, at, me, expected) => {
    expect(await arriveAt(at, me)).toBe(expected);
  });
});
