import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '@lms/api-platform';
import type { AccessClaims } from '../tokens/access-tokens.js';
import { ActorCache } from './actor-cache.js';
import { LoadActor } from './load-actor.js';

/** Who stands behind the claims of a token, as the database knew them at most three seconds ago. */
@Injectable()
export class ActorOfClaims {
  constructor(
    private readonly cache: ActorCache,
    private readonly loadActor: LoadActor,
    private readonly clock: Clock,
  ) {}

  /** Null for an ended session and for a leaver. */
  async run(claims: AccessClaims, via: Actor['via']): Promise<Actor | null> {
    const load = () => this.loadActor.run(claims.sid, claims.sub);
    const found = await this.cache.get(claims.sid, this.clock.now().getTime(), load);
    return found && { ...found, via };
  }
}
