import { describe, expect, it } from '@jest/globals';
import { PageSaver } from './page-saver.js';

/** A clock and an API that move only when told to. */
function bench() {
  const saves: { html: string; done: () => void; fail: () => void }[] = [];
  const kept: (string | null)[] = [];
  let timer: (() => void) | null = null;
  const saver = new PageSaver({
    save: (html) =>
      new Promise<void>((resolve, reject) => saves.push({ html, done: resolve, fail: () => reject(new Error('x')) })),
    keep: (html) => kept.push(html),
    later: (run) => {
      timer = run;
      return () => (timer = null);
    },
  });
  const states: string[] = [];
  saver.subscribe(() => states.push(saver.state()));
  const settle = async () => {
    for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  };
  return { saver, saves, kept, states, quiet: () => timer?.(), settle, timed: () => timer !== null };
}

describe('saving a page while it is written', () => {
  it('waits for a pause and saves the newest text once', async () => {
    const b = bench();
    b.saver.change('a');
    b.saver.change('ab');
    expect(b.saves).toHaveLength(0);
    b.quiet();
    expect(b.saves.map((save) => save.html)).toEqual(['ab']);
    b.saves[0]?.done();
    await b.settle();
    expect(b.states).toEqual(['open', 'saving', 'saved']);
    expect(b.kept).toEqual(['a', 'ab', null]);
  });

  it('saves what was typed meanwhile after that, and never two at once', async () => {
    const b = bench();
    b.saver.change('a');
    b.quiet();
    b.saver.change('ab');
    b.quiet();
    expect(b.saves).toHaveLength(1);
    b.saves[0]?.done();
    await b.settle();
    expect(b.saves.map((save) => save.html)).toEqual(['a', 'ab']);
    expect(b.kept).not.toContain(null);
    b.saves[1]?.done();
    await b.settle();
    expect([b.saver.state(), b.kept.at(-1)]).toEqual(['saved', null]);
  });

  it('keeps what could not be saved, says so, and tries again when asked', async () => {
    const b = bench();
    b.saver.change('a');
    b.quiet();
    b.saves[0]?.fail();
    await b.settle();
    expect([b.saver.state(), b.kept.at(-1)]).toEqual(['failed', 'a']);
    const again = b.saver.flush();
    b.saves[1]?.done();
    await again;
    expect([b.saver.state(), b.kept.at(-1)]).toEqual(['saved', null]);
  });

  it('does not wait when the page is left, and has nothing to do when all is saved', async () => {
    const b = bench();
    await b.saver.flush();
    expect(b.saves).toHaveLength(0);
    b.saver.change('a');
    const left = b.saver.flush();
    expect(b.timed()).toBe(false);
    b.saves[0]?.done();
    await left;
    expect(b.saver.state()).toBe('saved');
  });
});
