import { Clock } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { recordCsv } from './exports/record-csv.js';
import { GetPersonRecord } from './record/get-person-record.js';

/** What later features may ask about standing. */
@Injectable()
export class StandingFacade {
  constructor(
    private readonly record: GetPersonRecord,
    private readonly clock: Clock,
  ) {}

  /** A person's courses and completions as they would take them along, for a spreadsheet. */
  async recordCsv(personId: string): Promise<string> {
    const actor = { personId, sessionId: '', permissions: new Set<never>(), via: 'bearer' as const };
    const ctx = { actor, today: this.clock.today(), now: this.clock.now(), requestId: uuid() };
    return recordCsv(await this.record.parsed(ctx, personId));
  }
}
