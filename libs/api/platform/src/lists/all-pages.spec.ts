import { expect, it } from '@jest/globals';
import { allPages } from './all-pages.js';

it('the next page is asked for while one is gone through, and no other', async () => {
  const asked: (string | undefined)[] = [];
  const page = (cursor: string | undefined) => {
    asked.push(cursor);
    const n = Number(cursor ?? 0);
    return Promise.resolve({ items: [`${n}a`, `${n}b`], nextCursor: n < 3 ? String(n + 1) : null });
  };
  const seen: string[] = [];
  for await (const item of allPages(page)) {
    if (seen.length === 0) expect(asked).toEqual([undefined, '1']);
    seen.push(item);
  }
  expect([seen, asked]).toEqual([
    ['0a', '0b', '1a', '1b', '2a', '2b', '3a', '3b'],
    [undefined, '1', '2', '3'],
  ]);
});

it('a page that fails is heard of when its turn comes, and by nobody who went no further', async () => {
  const page = (cursor: string | undefined) =>
    cursor ? Promise.reject(new Error('gone')) : Promise.resolve({ items: [1, 2], nextCursor: 'next' });
  for await (const item of allPages(page)) if (item === 1) break;
  const seen: number[] = [];
  const all = async () => {
    for await (const item of allPages(page)) seen.push(item);
  };
  await expect(all()).rejects.toThrow('gone');
  expect(seen).toEqual([1, 2]);
});
