import type { Ctx, Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { type RecordedInPerson, recordPeople, type SeenInPerson } from './in-person/record-people.js';

/** What later features may ask of delivery. */
@Injectable()
export class DeliveryFacade {
  /** {@link recordPeople}. */
  recordInPerson(tx: Tx, ctx: Ctx, seen: SeenInPerson): Promise<RecordedInPerson[]> {
    return recordPeople(tx, ctx, seen);
  }
}
