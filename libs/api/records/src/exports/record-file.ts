import { Injectable } from '@nestjs/common';
import { Configuration, type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { RecordFile } from '@lms/contracts';
import { canonicalise, type JsonValue } from '@lms/domain';
import { SigningKey } from '../anchors/signing-key.js';

export const RECORD_FORMAT = 'waymark-record-v1';
type Facts = Pick<RecordFile['record'], 'person' | 'entries' | 'courses' | 'certificates'>;

/** $1 person, $2 who asks, $3 today: only who sees all of a record can take the chain, which is whole or nothing. */
const FACTS = `
  select json_build_object(
    'person', json_build_object('id', w.id, 'name', concat_ws(' ', w.given_name, w.family_name)),
    'entries', coalesce((
      select json_agg(json_build_object('seq', l.seq, 'body', l.body, 'hash', encode(l.hash, 'hex'), 'private', coalesce((
          select json_agg(json_build_object('field', k.field, 'salt', k.salt, 'value', k.value) order by k.field)
          from ledger_private k where k.person_id = l.person_id and k.seq = l.seq), '[]')) order by l.seq)
      from ledger_entry l where l.person_id = w.id), '[]'),
    'courses', coalesce((
      select json_agg(json_build_object('id', c.id, 'code', c.code, 'title', c.title) order by c.code)
      from course c where c.id in (select l.course_id from ledger_entry l where l.person_id = w.id)), '[]'),
    'certificates', coalesce((
      select json_agg(json_build_object('seq', c.seq, 'code', c.code, 'completedOn', l.completed_on, 'validUntil', l.valid_until) order by c.seq)
      from certificate c join ledger_entry l on l.person_id = c.person_id and l.seq = c.seq
      where c.person_id = w.id and not is_revoked(c.person_id, c.seq)), '[]')
  ) as facts
  from person w where w.id = $1 and sees_whole_record($2, $1, $3::date)`;

/** Who reads, and when. */
type Reader = Pick<Ctx, 'today' | 'now'> & { actor: Pick<Ctx['actor'], 'personId'> };

/** A person's record as a signed file that can be verified without asking anybody. */
@Injectable()
export class GetRecordFile {
  constructor(
    private readonly sql: Sql,
    private readonly configuration: Configuration,
    private readonly key: SigningKey,
  ) {}

  async run(ctx: Reader, personId: string): Promise<RecordFile> {
    const row = await this.sql.row<{ facts: Facts }>('record-file', FACTS, [personId, ctx.actor.personId, ctx.today]);
    if (!row) throw new NotFound();
    const record: RecordFile['record'] = {
      format: RECORD_FORMAT,
      at: ctx.now.toISOString(),
      issuer: this.configuration.origin,
      publicKey: this.key.publicKey,
      ...row.facts,
    };
    return { record, signature: this.key.sign(`${RECORD_FORMAT}\n${canonicalise(record as unknown as JsonValue)}`) };
  }
}
