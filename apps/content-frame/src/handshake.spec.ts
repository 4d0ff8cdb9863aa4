import { describe, expect, it } from '@jest/globals';
import { stopClimbing } from './handshake.js';

interface Climbed {
  parent: Climbed;
  document: object;
  opener: unknown;
}
const frame = (): Climbed => {
  const own = { document: {} } as Climbed;
  stopClimbing(own);
  return own;
};

describe('the window above a package', () => {
  it('looks like the topmost one to whoever looks for an API', () => {
    const own = frame();
    expect([own.parent, own.parent.parent, own.opener]).toEqual([own, own, null]);
  });

  it('ends a climb that would only stop at a closed window, as often as a package tries', () => {
    const own = frame();
    const climb = (): string => {
      let at = own;
      try {
        while (at.parent.document) at = at.parent;
      } catch (error) {
        return (error as Error).name;
      }
      return 'came to an end';
    };
    expect(climb()).toBe('SecurityError');
    expect(own.parent).toBe(own);
    expect(climb()).toBe('SecurityError');
  });

  it('bears any number of finders that stop by themselves', async () => {
    const own = frame();
    for (let finder = 0; finder < 20; finder += 1) {
      for (let step = 0; step < 500; step += 1) if (own.parent !== own) throw new Error('It led on');
      await Promise.resolve();
    }
    expect(own.parent).toBe(own);
  });
});
