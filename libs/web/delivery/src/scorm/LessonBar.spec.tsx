import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Contents, Go } from '../protocol/messages.js';
import { LessonBar } from './LessonBar.js';

const contents: Contents = {
  items: [
    { identifier: 'intro', title: 'Welcome', level: 0, state: 'done', may: true },
    { identifier: 'block', title: 'Signs', level: 0, state: 'group', may: false },
    { identifier: 'one', title: 'Cones', level: 1, state: 'begun', may: true },
    { identifier: 'two', title: 'Tapers', level: 1, state: 'new', may: false },
    { identifier: 'test', title: 'Test', level: 0, state: 'failed', may: true },
  ],
  current: 'one',
  next: 'no',
  previous: 'yes',
};

function show(more: Partial<Contents> = {}): Go[] {
  const steps: Go[] = [];
  render(<LessonBar title="Traffic" contents={{ ...contents, ...more }} onGo={(go) => steps.push(go)} />);
  return steps;
}

describe('LessonBar', () => {
  it('says where one is, and steps where the package allows it', async () => {
    const steps = show();
    expect(screen.getByText('Part 2 of 4: Cones')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(steps).toEqual([{ to: 'previous' }]);
  });

  it('leaves out the buttons that the package hides', () => {
    show({ next: 'hidden', previous: 'hidden' });
    expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Previous' })).toBeNull();
  });

  it('opens the contents, where only what may be chosen is a button', async () => {
    const steps = show();
    const toggle = screen.getByRole('button', { name: 'Contents' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(toggle);
    const list = within(screen.getByRole('navigation', { name: 'Contents of Traffic' }));
    expect(list.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Close the contents',
      'WelcomeDone',
      'TestNot passed',
    ]);
    expect(list.getByText('Not started. Opens later')).toBeTruthy();
    expect(list.getByText('You are here')).toBeTruthy();
    await userEvent.click(list.getByRole('button', { name: /Test/ }));
    expect(steps).toEqual([{ to: 'part', identifier: 'test' }]);
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(toggle);
  });

  it('closes the contents on Escape', async () => {
    show();
    const toggle = screen.getByRole('button', { name: 'Contents' });
    await userEvent.click(toggle);
    await userEvent.keyboard('{Escape}');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
  });
});
