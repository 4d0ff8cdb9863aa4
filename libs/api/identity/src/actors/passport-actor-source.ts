import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { type Actor, ActorSource } from '@lms/api-platform';
import { ACCESS_TOKEN } from './access-token.strategy.js';

@Injectable()
export class PassportActorSource extends ActorSource {
  actorOf(request: FastifyRequest): Promise<Actor | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, actor: Actor | false | null | undefined): void => {
        if (error) reject(error instanceof Error ? error : new Error(String(error)));
        else resolve(actor || null);
      };
      passport.authenticate(ACCESS_TOKEN, { session: false }, done)(request, undefined, reject);
    });
  }
}
