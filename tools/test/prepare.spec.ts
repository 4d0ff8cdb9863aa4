import { describe, expect, it } from '@jest/globals';
import { markOf } from '../start/prepare.mjs';

const DATABASE_URL = 'postgres://owner:p@db.example.org/waymark';
const own = { url: () => '' };

describe('a database that was prepared', () => {
  it('is prepared again for another build, another database, and another login of the API', () => {
    const mark = markOf({ buildId: '1', postgres: null, env: { DATABASE_URL } });
    expect(markOf({ buildId: '1', postgres: null, env: { DATABASE_URL } })).toBe(mark);
    const others = [
      { buildId: '2', postgres: null, env: { DATABASE_URL } },
      { buildId: '1', postgres: null, env: { DATABASE_URL: `${DATABASE_URL}2` } },
      {
        buildId: '1',
        postgres: null,
        env: { DATABASE_URL, DATABASE_APP_URL: 'postgres://app:p@db.example.org/waymark' },
      },
    ];
    for (const other of others) expect(markOf(other)).not.toBe(mark);
  });
  it('of our own is the same behind another port and password', () => {
    const mark = (port: number) =>
      markOf({ buildId: '1', postgres: own, env: { DATABASE_URL: `postgres://owner:p@127.0.0.1:${port}/waymark` } });
    expect(mark(1)).toBe(mark(2));
  });
});
