import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy, type StrategyOptionsWithRequest } from 'passport-jwt';
import { type Actor, Clock } from '@lms/api-platform';
import { ACCESS_COOKIE } from '../cookies.js';
import { type AccessClaims, AccessTokens, AUDIENCE } from '../tokens/access-tokens.js';
import { ActorCache } from './actor-cache.js';
import { LoadActor } from './load-actor.js';

export const ACCESS_TOKEN = 'access-token';

/** Passport's part: the token of a request, bearer first, then cookie, and the actor behind it. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN) {
  constructor(
    tokens: AccessTokens,
    private readonly cache: ActorCache,
    private readonly loadActor: LoadActor,
    private readonly clock: Clock,
  ) {
    super(optionsOf(tokens));
  }

  async validate(request: TokenBearer, claims: AccessClaims): Promise<Actor | null> {
    const load = () => this.loadActor.run(claims.sid, claims.sub);
    const found = await this.cache.get(claims.sid, this.clock.now().getTime(), load);
    return found && { ...found, via: bearerOf(request) === undefined ? 'cookie' : 'bearer' };
  }
}

/** The little of a request that says who sends it. */
type TokenBearer = Pick<FastifyRequest, 'headers' | 'cookies'>;

function optionsOf(tokens: AccessTokens): StrategyOptionsWithRequest {
  return {
    jwtFromRequest: (request: TokenBearer) => bearerOf(request) ?? request.cookies[ACCESS_COOKIE] ?? null,
    // passport-jwt hands the key on as it is; its types know text only, while text would cost half of the processor.
    secretOrKeyProvider: (_request, _token, done) => done(null, Object(tokens.key)),
    algorithms: ['HS256'],
    audience: AUDIENCE,
    passReqToCallback: true,
  };
}

function bearerOf(request: TokenBearer): string | undefined {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined;
}
