import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { type Actor, ActorSource, Clock } from '@lms/api-platform';
import { RecordWatched } from '../impersonation/record-watched.js';
import { VerifiedTokens } from '../tokens/verified-tokens.js';
import { ACCESS_TOKEN } from './access-token.strategy.js';
import { ActorOfClaims } from './actor-of-claims.js';
import { presentedToken } from './presented-token.js';

/** A token is verified by Passport the first time; while it lasts, only whom it stands for is asked again. */
@Injectable()
export class PassportActorSource extends ActorSource {
  constructor(
    private readonly verified: VerifiedTokens,
    private readonly actorOfClaims: ActorOfClaims,
    private readonly clock: Clock,
    private readonly record: RecordWatched,
  ) {
    super();
  }

  watched(actor: Actor, request: FastifyRequest): Promise<void> {
    return this.record.run(actor, request);
  }

  actorOf(request: FastifyRequest): Promise<Actor | null> {
    const presented = presentedToken(request);
    if (!presented) return Promise.resolve(null);
    const known = this.verified.get(presented.token, this.clock.now().getTime());
    return known ? this.actorOfClaims.run(known, presented.via) : verify(request);
  }
}

function verify(request: FastifyRequest): Promise<Actor | null> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, actor: Actor | false | null | undefined): void => {
      if (error) reject(error instanceof Error ? error : new Error(String(error)));
      else resolve(actor || null);
    };
    passport.authenticate(ACCESS_TOKEN, { session: false }, done)(request, undefined, reject);
  });
}
