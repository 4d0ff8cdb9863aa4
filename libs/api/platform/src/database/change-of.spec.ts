import { describe, expect, it } from '@jest/globals';
import type { Actor, Ctx } from '../access/actor.js';
import { changeOf } from './change-of.js';

const now = new Date('2026-11-30T09:00:00Z');
const ctx = (impersonation: Actor['impersonation']): Ctx => ({
  actor: { personId: 'kofi', sessionId: 's', permissions: new Set(['self']), via: 'cookie', impersonation },
  ...{ today: '2026-11-30', now, requestId: 'r' },
});

describe('a change', () => {
  it('is its actor’s, at the moment of the request', () => {
    expect(changeOf(ctx(null))).toEqual({ actorId: 'kofi', at: now });
  });
  it('is nobody’s who looks through somebody’s eyes', () => {
    const looking = { id: 'i', administratorId: 'ada', endsAt: now };
    expect(() => changeOf(ctx(looking))).toThrow(expect.objectContaining({ code: 'impersonation-read-only' }));
  });
});
