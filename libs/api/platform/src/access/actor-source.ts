import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** Finds out who a request comes from. Identity fills this port. */
export abstract class ActorSource {
  /** Null when nobody is signed in: no token, an ended session, a leaver. */
  abstract actorOf(request: FastifyRequest): Promise<Actor | null>;

  /** Called with every request of somebody who looks through another's eyes, before it is refused or served. */
  abstract watched(actor: Actor, request: FastifyRequest): Promise<void>;
}
