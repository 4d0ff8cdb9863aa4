import { afterEach, describe, expect, it } from '@jest/globals';
import { renderRoutes } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { useLastWords } from './use-last-words.js';

let words = Promise.withResolvers<true>();
let said = 0;

function Lesson() {
  useLastWords(() => {
    said += 1;
    return words.promise;
  });
  return (
    <>
      <h1>Lesson</h1>
      <Link to="/film">Film</Link>
      <Link to="/today">Today</Link>
    </>
  );
}
const open = () =>
  renderRoutes(
    [
      { path: '/', Component: Lesson },
      { path: '/film', element: <h1>Film</h1> },
      { path: '/today', element: <h1>Today</h1> },
    ],
    '/',
  ).router;
const heading = (name: string) => screen.findByRole('heading', { name });
const press = (name: string) => userEvent.click(screen.getByRole('link', { name }));
const strays: unknown[] = [];
const onStray = (reason: unknown) => strays.push(reason);

afterEach(() => {
  words = Promise.withResolvers<true>();
  said = 0;
});

describe('a lesson that is left', () => {
  it('stays until its last words are said', async () => {
    open();
    await press('Film');
    await waitFor(() => expect(said).toBe(1));
    expect(screen.getByRole('heading', { name: 'Lesson' })).toBeTruthy();
    words.resolve(true);
    await heading('Film');
  });

  it('goes where the last press leads, once, and says its words once', async () => {
    process.on('unhandledRejection', onStray);
    const router = open();
    await press('Film');
    await waitFor(() => expect(said).toBe(1));
    await press('Film');
    await press('Today');
    const seen: string[] = [];
    router.subscribe(({ location }) => seen.push(location.pathname));
    words.resolve(true);
    await heading('Today');
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.off('unhandledRejection', onStray);
    expect(seen).not.toContain('/film');
    expect([said, strays]).toEqual([1, []]);
  });

  it('is left although they could not be said', async () => {
    open();
    await press('Today');
    words.reject(new Error('The frame is gone'));
    await heading('Today');
  });
});
