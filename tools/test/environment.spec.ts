import { describe, expect, it } from '@jest/globals';
import { listeningAt, openDataDir } from '../start/environment.mjs';

describe('where the product listens and keeps its data', () => {
  it('is refused with a sentence and 2 where it cannot be', () => {
    for (const PORT of ['0', '70000', 'abc', '1e3', '0x10'])
      expect(() => listeningAt({ PORT })).toThrow(
        expect.objectContaining({ message: `PORT is "${PORT}": Give a number from 1 to 65535.`, exitCode: 2 }),
      );
    expect(listeningAt({ PORT: '8080' })).toEqual({ host: '127.0.0.1', port: 8080 });
    expect(() => openDataDir({ WAYMARK_DATA_DIR: process.execPath })).toThrow(
      expect.objectContaining({ message: expect.stringContaining('set WAYMARK_DATA_DIR'), exitCode: 2 }),
    );
  });
});
