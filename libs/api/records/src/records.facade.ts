import { Clock } from '@lms/api-platform';
import type { RecordFile } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetRecordFile } from './exports/record-file.js';

/** What later features may ask of records. */
@Injectable()
export class RecordsFacade {
  constructor(
    private readonly files: GetRecordFile,
    private readonly clock: Clock,
  ) {}

  /** The chain of one entry as a signed file, as the person themself would take it. NotFound without such an entry. */
  recordFile(personId: string): Promise<RecordFile> {
    return this.files.run({ actor: { personId }, today: this.clock.today(), now: this.clock.now() }, personId);
  }
}
