import { describe, expect, it } from '@jest/globals';
import type { Ctx } from '@lms/api-platform';
import type { MatrixFilter } from '@lms/contracts';
import { matrixParts } from './matrix-sql.js';

const VALUES = {
  ...{ organisationId: 'o', schemeId: 's', group: 'site', jobRole: 'Raker', q: 'ion', team: 'all' },
  ...{ standing: 'to-act', courseId: 'c', columns: 'c', from: '2026-12-01', to: '2026-12-31' },
} as const satisfies Omit<MatrixFilter, 'by'>;
const KEYS = Object.keys(VALUES) as (keyof typeof VALUES)[];

const ctx = (sees: boolean): Ctx => ({
  actor: { personId: 'p', sessionId: 's', permissions: new Set(sees ? ['rules.read'] : []), via: 'bearer' },
  ...{ today: '2026-11-30', now: new Date('2026-11-30T09:00:00Z'), requestId: 'r' },
});

describe('the statements of the matrix', () => {
  it('have a name each, short enough to be told apart', () => {
    const texts = new Map<string, string>();
    for (const by of ['organisation', 'scheme', 'role'] as const)
      for (const sees of [true, false])
        for (let set = 0; set < 2 ** KEYS.length; set += 1) {
          const chosen = Object.fromEntries(KEYS.filter((_, n) => set & (1 << n)).map((key) => [key, VALUES[key]]));
          const { name, groups, inGroup, given, who, counts } = matrixParts(ctx(sees), { by, ...chosen });
          expect(`matrix-totals ${name}`.length).toBeLessThan(64);
          const text = [groups, inGroup, given, who, counts].join('|');
          expect(texts.get(name) ?? text).toBe(text);
          texts.set(name, text);
        }
    expect(texts.size).toBe(3 * 2 * 2 ** KEYS.length);
  });
});
