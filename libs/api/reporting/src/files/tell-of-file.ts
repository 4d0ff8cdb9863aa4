import { Forbidden, type ListTooLarge, Outbox, type ProblemError, type Tx } from '@lms/api-platform';
import type { ListFormat } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { DeliverList } from '../schedules/deliver-list.js';

/** Whoever has waited longer is told: they may have gone on to something else. */
const PATIENCE_MS = 10_000;
const REFUSED = `update list_file set state = 'failed', refusal = $2, done_at = $3 where id = $1 and state = 'making'`;
/** Nobody asked for it, so nobody is told of it by a file that failed. */
const AWAY = `delete from list_file where id = $1 and state = 'making' returning id`;

export interface FileInHand {
  id: string;
  personId: string;
  format: ListFormat;
  askedAt: Date;
  /** The run of a schedule; none where somebody asked for it. */
  runId: string | null;
}
export interface FileDone {
  title: string;
  rows: number;
  endsAt: Date;
}

/** Tells of a file that is there, and of one that will not be: whoever asked for it, or the schedule that it is of. */
@Injectable()
export class TellOfFile {
  constructor(
    private readonly outbox: Outbox,
    private readonly deliver: DeliverList,
  ) {}

  async ready(tx: Tx, at: Date, file: FileInHand, { title, rows, endsAt }: FileDone): Promise<void> {
    const { id, personId, format, askedAt, runId } = file;
    if (runId !== null && format !== 'zip')
      return this.deliver.ready(tx, at, runId, {
        id,
        personId,
        title,
        rows,
        format,
        endsAt,
      });
    if (at.getTime() - askedAt.getTime() < PATIENCE_MS) return;
    await this.outbox.append(tx, at, { type: 'list-file.ready', personId, payload: { fileId: id, title } });
  }

  /** `signsIn`: whether whose file it is can sign in at all. */
  async refused(
    tx: Tx,
    at: Date,
    { id, personId, runId }: FileInHand,
    error: ListTooLarge | ProblemError,
    signsIn: boolean,
  ): Promise<void> {
    if (runId === null) return void (await tx.query(REFUSED, [id, error.message, at]));
    const [gone]: [unknown[], number] = await tx.query(AWAY, [id]);
    if (gone.length === 0) return;
    const outcome = !signsIn ? 'left' : error instanceof Forbidden ? 'not-allowed' : 'failed';
    await this.deliver.none(tx, at, runId, { personId, outcome, why: outcome === 'failed' ? error.message : null });
  }
}
