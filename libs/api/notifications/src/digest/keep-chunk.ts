import { Mails, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addNotices } from '../notices/new-notice.js';
import { DigestMails } from './digest-mails.js';
import { digestNotices } from './digest-notices.js';
import type { ReminderDue } from './reminder-due.js';

/** Everything of one day for some people, each with all that is theirs. */
export type DigestChunk = readonly (readonly ReminderDue[])[];

/** Tells a chunk of people, all or none of them: ledger, notices, mails and their jobs are one transaction. */
@Injectable()
export class KeepChunk {
  constructor(
    private readonly transactions: Transactions,
    private readonly mails: Mails,
    private readonly digestMails: DigestMails,
  ) {}

  /** Answers how many people were told. Whoever was told today already, by whatever worker, is left out. */
  run(chunk: DigestChunk, today: string, at: Date): Promise<number> {
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      const fresh = await openDigests(tx, chunk, today);
      const told = await keepSteps(tx, fresh, today);
      await addNotices(tx, at, digestNotices(told.flat(), today));
      await this.mails.writeAll(
        tx,
        at,
        told.flatMap((items) => this.digestMails.mailOf(items, today, at) ?? []),
      );
      return told.length;
    });
  }
}

/** One digest a person and day: those who have none yet. */
async function openDigests(tx: Tx, chunk: DigestChunk, today: string): Promise<DigestChunk> {
  const ids = chunk.flatMap(([first]) => first?.toldId ?? []);
  const rows: { person_id: string }[] = await tx.query(
    'insert into digest (person_id, on_date) select id, $2 from unnest($1::uuid[]) t(id) on conflict do nothing returning person_id',
    [ids, today],
  );
  const opened = new Set(rows.map((row) => row.person_id));
  return chunk.filter(([first]) => first && opened.has(first.toldId));
}

/** Each step of a chain once: what stands in the ledger already is not told again. */
async function keepSteps(tx: Tx, chunk: DigestChunk, today: string): Promise<DigestChunk> {
  const rows = chunk.flatMap((items) =>
    items.map((item) => ({
      id: uuid(),
      person_id: item.personId,
      kind: item.kind,
      thing_id: item.thingId,
      deadline: item.deadline,
      step: item.step,
      told_id: item.toldId,
    })),
  );
  const kept: { key: string }[] = await tx.query(
    `insert into reminder (id, person_id, kind, thing_id, deadline, step, told_id, told_on, again)
     select r.id, r.person_id, r.kind, r.thing_id, r.deadline, r.step, r.told_id, $2,
       (select count(*) from reminder o join lapsed_digest l on l.person_id = o.told_id and l.on_date = o.told_on
        where (o.person_id, o.kind, o.thing_id, o.deadline, o.step) = (r.person_id, r.kind, r.thing_id, r.deadline, r.step))
     from jsonb_to_recordset($1::jsonb)
       r(id uuid, person_id uuid, kind text, thing_id uuid, deadline date, step text, told_id uuid)
     where not exists (select from told_reminder o where o.person_id = any (persons_as(r.person_id)) and o.person_id <> r.person_id
       and (o.kind, o.thing_id, o.deadline, o.step) = (r.kind, r.thing_id, r.deadline, r.step))
     on conflict (person_id, kind, thing_id, deadline, step, again) do nothing
     returning concat_ws(' ', person_id, kind, thing_id, deadline, step) as key`,
    [JSON.stringify(rows), today],
  );
  const keys = new Set(kept.map((row) => row.key));
  return chunk
    .map((items) => items.filter((i) => keys.has([i.personId, i.kind, i.thingId, i.deadline, i.step].join(' '))))
    .filter((items) => items.length > 0);
}
