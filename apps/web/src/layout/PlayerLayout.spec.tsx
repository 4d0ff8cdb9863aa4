import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { renderRoutes } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { PlayerLayout } from './PlayerLayout.js';

const real = window.scrollTo;
afterEach(() => {
  window.scrollTo = real;
});

const stop = (name: string, next: string) => (
  <>
    <main id="main" tabIndex={-1}>
      <h2>{name}</h2>
    </main>
    <Link to={next}>Onward</Link>
  </>
);

describe('from one stop of a course to the next', () => {
  it('one begins at its top, and the keyboard goes on from there', async () => {
    const scrolled = jest.fn();
    window.scrollTo = scrolled as typeof window.scrollTo;
    const children = [
      { path: '/a', element: stop('First', '/b') },
      { path: '/b', element: stop('Second', '/a') },
    ];
    renderRoutes([{ Component: PlayerLayout, children }], '/a');
    scrolled.mockClear();
    await userEvent.click(screen.getByRole('link', { name: 'Onward' }));
    await screen.findByRole('heading', { name: 'Second' });
    expect(scrolled).toHaveBeenCalledWith(0, 0);
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
});
