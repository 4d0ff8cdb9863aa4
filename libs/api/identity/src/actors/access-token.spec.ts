import { createSecretKey, randomBytes } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Configuration, Secrets, type Sql, SystemClock } from '@lms/api-platform';
import type { FastifyRequest } from 'fastify';
import { FactorDemand } from '../factors/factor-demand.js';
import type { RecordWatched } from '../impersonation/record-watched.js';
import { ACCESS_SECONDS, AccessTokens } from '../tokens/access-tokens.js';
import { VerifiedTokens } from '../tokens/verified-tokens.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { ActorCache, FRESH_MS } from './actor-cache.js';
import { ActorOfClaims } from './actor-of-claims.js';
import { LoadActor } from './load-actor.js';
import { PassportActorSource } from './passport-actor-source.js';

const START = Date.parse('2026-02-02T09:00:00Z');
const bearer = (token: string) =>
  ({ headers: { authorization: `Bearer ${token}` }, cookies: {} }) as unknown as FastifyRequest;

function build() {
  const jwt = new JwtService({});
  const secrets = new Secrets({ secret: randomBytes(32).toString('hex') } as Configuration);
  const tokens = new AccessTokens(jwt, secrets);
  const clock = new SystemClock();
  const session = { stands: true, asked: 0 };
  const row = { personId: 'aisha', roles: [], lineManager: false };
  const sql = {
    row: () => {
      session.asked += 1;
      return Promise.resolve(session.stands ? row : undefined);
    },
  } as unknown as Sql;
  const factors = new FactorDemand({ secondFactor: false } as Configuration);
  const cache = new ActorCache();
  const actorOf = new ActorOfClaims(cache, new LoadActor(sql, clock, factors), clock);
  const verified = new VerifiedTokens();
  void new AccessTokenStrategy(tokens, verified, actorOf);
  const source = new PassportActorSource(verified, actorOf, clock, {} as RecordWatched);
  const token = tokens.sign({ sub: 'aisha', sid: 'a session' });
  const who = async (presented: string) => (await source.actorOf(bearer(presented)))?.personId;
  return { jwt, cache, session, token, who };
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token that was found good before', () => {
  beforeEach(() => void jest.useFakeTimers({ now: START }));
  afterEach(() => void jest.useRealTimers());

  it('is good again, and its session is asked for once in three seconds', async () => {
    const { session, token, who } = build();
    for (let n = 0; n < 5; n += 1) expect(await who(token)).toBe('aisha');
    expect(session.asked).toBe(1);
    jest.setSystemTime(START + FRESH_MS);
    expect(await who(token)).toBe('aisha');
    expect(session.asked).toBe(2);
  });

  it('makes no other token good: not a changed one, not one of another key, not one without a signature', async () => {
    const { jwt, token, who } = build();
    expect(await who(token)).toBe('aisha');
    const [head = '', , signature = ''] = token.split('.');
    const claims = { ...jwt.decode<object>(token), sub: 'somebody else' };
    const key = createSecretKey(randomBytes(32));
    const forged = [
      `${head}.${encoded(claims)}.${signature}`,
      `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`,
      token.slice(0, -2),
      `${token}A`,
      jwt.sign({ sub: 'aisha', sid: 'a session' }, { algorithm: 'HS256', audience: 'waymark', privateKey: key }),
    ];
    for (const other of forged) expect(await who(other)).toBeUndefined();
    expect(await who(token)).toBe('aisha');
  });

  it('is refused from the second it ends', async () => {
    const { token, who } = build();
    expect(await who(token)).toBe('aisha');
    jest.setSystemTime(START + ACCESS_SECONDS * 1000 - 1);
    expect(await who(token)).toBe('aisha');
    jest.setSystemTime(START + ACCESS_SECONDS * 1000);
    expect(await who(token)).toBeUndefined();
  });

  it('is refused within three seconds of its session’s end, and at once where the session ended here', async () => {
    const { cache, session, token, who } = build();
    expect(await who(token)).toBe('aisha');
    session.stands = false;
    jest.setSystemTime(START + FRESH_MS);
    expect(await who(token)).toBeUndefined();
    session.stands = true;
    cache.clear();
    expect(await who(token)).toBe('aisha');
    session.stands = false;
    cache.forget('a session');
    expect(await who(token)).toBeUndefined();
  });
});
