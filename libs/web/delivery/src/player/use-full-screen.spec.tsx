import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { useFullScreen } from './use-full-screen.js';

function Lesson() {
  const stage = useRef<HTMLDivElement>(null);
  const { full, filled, toggle } = useFullScreen(stage);
  return (
    <div ref={stage} data-testid="stage" data-filled={filled}>
      <button onClick={toggle}>{full ? 'Leave' : 'Fill'}</button>
    </div>
  );
}

const give = (requestFullscreen: (() => Promise<void>) | undefined): void =>
  void Object.defineProperty(HTMLElement.prototype, 'requestFullscreen', {
    value: requestFullscreen,
    configurable: true,
    writable: true,
  });
afterEach(() => void Reflect.deleteProperty(HTMLElement.prototype, 'requestFullscreen'));

const stage = () => screen.getByTestId('stage');

describe('a lesson on the whole screen', () => {
  it('fills the window where a browser gives no element the screen, and gives it back', async () => {
    give(undefined);
    render(<Lesson />);
    await userEvent.click(screen.getByRole('button', { name: 'Fill' }));
    expect(stage().dataset['filled']).toBe('true');
    expect(document.body.style.overflow).toBe('hidden');
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(stage().dataset['filled']).toBe('false');
    expect(document.body.style.overflow).toBe('');
  });

  it('is left with Escape', async () => {
    give(undefined);
    render(<Lesson />);
    await userEvent.click(screen.getByRole('button', { name: 'Fill' }));
    await userEvent.keyboard('{Escape}');
    expect(stage().dataset['filled']).toBe('false');
  });

  it('asks the browser first, and fills the window where that refuses', async () => {
    const refuse = jest.fn(() => Promise.reject(new TypeError('not allowed')));
    give(refuse);
    render(<Lesson />);
    await userEvent.click(screen.getByRole('button', { name: 'Fill' }));
    expect(refuse).toHaveBeenCalledTimes(1);
    expect(await screen.findByRole('button', { name: 'Leave' })).toBeTruthy();
    expect(stage().dataset['filled']).toBe('true');
  });
});
