import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { csvLines, csvOf } from './csv-of.js';

const HEAD = ['Name', 'Note'];
const ROWS = [
  ['Zoë "Z", Ltd', 'two\nlines'],
  ['=1+1', -2],
  [null, ''],
];

async function* coming<T>(rows: readonly T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* rows;
}

it('every cell is quoted, and none runs as a formula', async () => {
  const file = '\ufeff"Name","Note"\r\n"Zoë ""Z"", Ltd","two\nlines"\r\n"\'=1+1","-2"\r\n,\r\n';
  expect(csvOf(HEAD, ROWS)).toBe(file);
  expect(await text(csvLines(HEAD, coming(ROWS)))).toBe(file.slice(1));
});

it('no more rows are asked for than somebody takes', async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<string[]> {
    for (;;) {
      await Promise.resolve();
      asked += 1;
      yield ['x'.repeat(1000)];
    }
  }
  for await (const piece of csvLines(['Name'], endless())) if (piece) break;
  expect(asked).toBeLessThan(1000);
});

it('rows that fail make the file fail', async () => {
  async function* failing(): AsyncGenerator<string[]> {
    yield ['one'];
    await Promise.reject(new Error('gone'));
  }
  await expect(text(csvLines(['Name'], failing()))).rejects.toThrow('gone');
});
