import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy, type StrategyOptionsWithRequest } from 'passport-jwt';
import type { Actor } from '@lms/api-platform';
import { AccessTokens, AUDIENCE } from '../tokens/access-tokens.js';
import { type VerifiedClaims, VerifiedTokens } from '../tokens/verified-tokens.js';
import { ActorOfClaims } from './actor-of-claims.js';
import { presentedToken, type TokenBearer } from './presented-token.js';

export const ACCESS_TOKEN = 'access-token';

/** Passport's part: a token is verified, remembered as good, and the actor behind it is found. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN) {
  constructor(
    tokens: AccessTokens,
    private readonly verified: VerifiedTokens,
    private readonly actorOf: ActorOfClaims,
  ) {
    super(optionsOf(tokens));
  }

  async validate(request: TokenBearer, claims: VerifiedClaims): Promise<Actor | null> {
    const presented = presentedToken(request);
    if (!presented) return null;
    this.verified.add(presented.token, claims);
    return this.actorOf.run(claims, presented.via);
  }
}

function optionsOf(tokens: AccessTokens): StrategyOptionsWithRequest {
  return {
    jwtFromRequest: (request: TokenBearer) => presentedToken(request)?.token ?? null,
    // passport-jwt hands the key on as it is; its types know text only, while text would cost half of the processor.
    secretOrKeyProvider: (_request, _token, done) => done(null, Object(tokens.key)),
    algorithms: ['HS256'],
    audience: AUDIENCE,
    passReqToCallback: true,
  };
}
