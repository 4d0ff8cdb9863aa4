import { afterEach, describe, expect, it } from '@jest/globals';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { courseItem } from '../testing/fixtures.js';
import { adviser, inside } from '../testing/inside.js';
import { CoursesPage } from './CoursesPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('the list of courses', () => {
  it('keeps search and state in the address and shows more by the cursor', async () => {
    const asked: string[] = [];
    stubApi({
      'GET /me': adviser,
      'GET /courses': (_body, url) => {
        asked.push(url.search);
        return url.searchParams.has('cursor')
          ? { items: [courseItem(2, 'Fatigue')], nextCursor: null }
          : { items: [courseItem(1, 'Incursions')], nextCursor: 'next' };
      },
    });
    const { router } = renderRoutes(inside([{ path: '/courses', Component: CoursesPage }]), '/courses');
    expect((await screen.findByRole('link', { name: 'Incursions' })).getAttribute('href')).toMatch(/\/manage$/);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Fatigue' })).not.toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'In review' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a course' }), 'cone');
    await waitFor(() => expect(router.state.location.search).toBe('?state=in-review&q=cone'));
    await waitFor(() => expect(asked).toEqual(['', '?cursor=next', '?state=in-review', '?q=cone&state=in-review']));
  });

  it('offers a new course only to those who write', async () => {
    stubApi({
      'GET /me': { ...adviser, permissions: ['self', 'courses.read'] },
      'GET /courses': { items: [], nextCursor: null },
    });
    renderRoutes(inside([{ path: '/courses', Component: CoursesPage }]), '/courses');
    expect(await screen.findByRole('heading', { name: 'There is no course yet.' })).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'New course' })).toBeNull();
  });
});
