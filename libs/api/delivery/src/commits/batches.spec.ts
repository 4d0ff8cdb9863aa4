import { describe, expect, it } from '@jest/globals';
import { Batches } from './batches.js';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One transaction for anybody, a second one for four; each is held until the test lets it go. */
function writes(answerOf: (items: readonly string[]) => string[] = (items) => [...items]) {
  const written: (readonly string[])[] = [];
  const held: (() => void)[] = [];
  const batches = new Batches<string, string>(
    async (items) => {
      written.push(items);
      await new Promise<void>((go) => held.push(go));
      return answerOf(items);
    },
    (item) => item,
    { atOnce: 1, many: 4 },
  );
  const letGo = async (): Promise<void> => {
    for (; held.length > 0; await nextTurn()) held.splice(0).forEach((go) => go());
  };
  return { written, letGo, add: (item: string) => batches.add(item) };
}

describe('writes that arrive together', () => {
  it('wait for the one transaction, until many wait', async () => {
    const { written, letGo, add } = writes();
    const all = [add('a')];
    await nextTurn();
    all.push(add('d'), add('c'), add('b'));
    await nextTurn();
    expect(written).toEqual([['a']]);
    all.push(add('e'));
    await nextTurn();
    expect(written).toEqual([['a'], ['b', 'c', 'd', 'e']]);
    await letGo();
    expect(await Promise.all(all)).toEqual(['a', 'd', 'c', 'b', 'e']);
  });

  it('are tried alone where not all of them are answered', async () => {
    const { written, letGo, add } = writes((items) => items.slice(0, 1));
    const both = Promise.all([add('a'), add('b')]);
    await nextTurn();
    await letGo();
    expect(await both).toEqual(['a', 'b']);
    expect(written).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it('fail alone', async () => {
    const { letGo, add } = writes((items) => {
      if (items.includes('broken')) throw new Error('The database said no');
      return [...items];
    });
    const all = Promise.allSettled([add('a'), add('broken'), add('c')]);
    await nextTurn();
    await letGo();
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
