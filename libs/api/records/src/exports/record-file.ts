import { Injectable } from '@nestjs/common';
import { Configuration, type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { RecordFile } from '@lms/contracts';
import { canonicalise, type JsonValue } from '@lms/domain';
import { SigningKey } from '../anchors/signing-key.js';

export const RECORD_FORMAT = 'waymark-record-v1';
type Facts = Pick<RecordFile['record'], 'person' | 'entries' | 'courses' | 'certificates'>;

/** $1 entries, $2 who asks, $3 today: only who sees all of a record can take the chain, which is whole or nothing. */
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
  from unnest($1::uuid[]) with ordinality asked(id, n) join person w on w.id = asked.id
  where sees_whole_record($2, w.id, $3::date)
  order by asked.n`;

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
    const [file] = await this.runAll(ctx, [personId]);
    if (!file) throw new NotFound();
    return file;
  }

  /** In the order in which they are asked for; those whom the reader does not see whole are left out. */
  async runAll(ctx: Reader, personIds: readonly string[]): Promise<RecordFile[]> {
    const values = [personIds, ctx.actor.personId, ctx.today];
    const rows = await this.sql.rows<{ facts: Facts }>('record-file', FACTS, values);
    return rows.map(({ facts }) => this.signed(ctx, facts));
  }

  private signed({ now }: Reader, facts: Facts): RecordFile {
    const record: RecordFile['record'] = {
      format: RECORD_FORMAT,
      at: now.toISOString(),
      issuer: this.configuration.origin,
      publicKey: this.key.publicKey,
      ...facts,
    };
    return { record, signature: this.key.sign(`${RECORD_FORMAT}\n${canonicalise(record as unknown as JsonValue)}`) };
  }
}
