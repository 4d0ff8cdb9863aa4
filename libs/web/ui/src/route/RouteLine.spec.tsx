import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RouteLine } from './RouteLine.js';
import type { RouteStopView, StopState } from './route-stop.js';
import { RouteOutline } from './RouteOutline.js';

const words: Record<StopState, string> = { done: 'Done', here: 'You are here', next: 'Next', blocked: 'Blocked' };
const stopsOf = (...states: StopState[]): RouteStopView[] =>
  states.map((state, index) => ({
    key: String(index),
    state,
    stateText: words[state],
    title: `Stop ${index + 1}`,
    detail: 'Due Fri 27 Nov',
    post: `+${index}`,
  }));
const show = (stops: RouteStopView[]) =>
  render(
    <RouteLine stops={stops} label="Your route" hereText="You are here" foldedText={(count) => `${count} done`} />,
  );
const items = () => within(screen.getByRole('list', { name: 'Your route' })).getAllByRole('listitem');

describe('RouteLine', () => {
  it('is a named list whose stops begin with their state, with one current step', () => {
    show(stopsOf('done', 'here', 'next', 'blocked'));
    expect(items().map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Done\. .*Stop 1/),
      expect.stringMatching(/^You are here\. .*Stop 2/),
      expect.stringMatching(/^Next\. .*Stop 3/),
      expect.stringMatching(/^Blocked\. .*Stop 4/),
    ]);
    expect(items().map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null, null]);
  });

  it('puts the gate before the first blocked stop', () => {
    show(stopsOf('done', 'here', 'next', 'blocked', 'blocked'));
    expect(items().map((item) => item.hasAttribute('data-gate'))).toEqual([false, false, true, false, false]);
  });

  it('has no gate when everything is blocked or nothing is', () => {
    show(stopsOf('blocked', 'blocked'));
    expect(items().some((item) => item.hasAttribute('data-gate'))).toBe(false);
  });

  it('is horizontal up to eight stops and vertical beyond', () => {
    show(stopsOf('here', 'next', 'next', 'next', 'next', 'next', 'next', 'next'));
    expect(screen.getByRole('list').dataset['layout']).toBe('line');
    expect(items()[0]?.textContent).toContain('You are here');
  });

  it('folds the done stops of a long route and opens them again', async () => {
    show(stopsOf('done', 'done', 'done', 'here', 'next', 'next', 'next', 'next', 'blocked'));
    expect(screen.getByRole('list').dataset['layout']).toBe('column');
    expect(items()).toHaveLength(7);
    expect(screen.queryByText('Stop 1')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '3 done' }));
    expect(items()).toHaveLength(9);
    expect(screen.getByText('Stop 1')).not.toBeNull();
  });

  it('leaves out the posts in an outline', () => {
    render(<RouteOutline stops={stopsOf('done', 'here')} label="In this course" />);
    expect(screen.getByRole('list', { name: 'In this course' }).textContent).not.toContain('+0');
  });
});
