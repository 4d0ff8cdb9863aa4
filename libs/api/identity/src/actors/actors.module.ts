import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Actors, ActorSource } from '@lms/api-platform';
import { RecordWatched } from '../impersonation/record-watched.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { VerifiedTokens } from '../tokens/verified-tokens.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { FactorDemand } from '../factors/factor-demand.js';
import { ActorCache } from './actor-cache.js';
import { ActorOfPerson } from './actor-of-person.js';
import { ActorOfClaims } from './actor-of-claims.js';
import { LoadActor } from './load-actor.js';
import { PassportActorSource } from './passport-actor-source.js';

/** Fills the platform's actor port. */
@Global()
@Module({
  imports: [JwtModule.register({})],
  providers: [
    AccessTokens,
    AccessTokenStrategy,
    ActorCache,
    ActorOfClaims,
    FactorDemand,
    LoadActor,
    RecordWatched,
    VerifiedTokens,
    { provide: Actors, useClass: ActorOfPerson },
    { provide: ActorSource, useClass: PassportActorSource },
  ],
  exports: [AccessTokens, ActorCache, ActorOfClaims, Actors, ActorSource, FactorDemand],
})
export class ActorsModule {}
