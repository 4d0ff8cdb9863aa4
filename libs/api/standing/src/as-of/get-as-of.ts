import { Injectable } from '@nestjs/common';
import { PeopleFacade } from '@lms/api-people';
import { type Ctx, Invalid, Sql } from '@lms/api-platform';
import type { AsOfQuery, RecordAsOf } from '@lms/contracts';
import {
  factsKnownNow,
  factsKnownThen,
  isLocalDate,
  londonInstant,
  type RecordedFacts,
  standingDatesOf,
  standingOf,
  maxDate,
} from '@lms/domain';
import { RECORDED_FACTS } from './recorded-facts.sql.js';

type Row = RecordedFacts & {
  courseId: string;
  code: string;
  title: string;
  whole: boolean;
};

/** How a person stood at a moment, worked out by the domain's own definition over the facts that were known. */
@Injectable()
export class GetAsOf {
  constructor(
    private readonly people: PeopleFacade,
    private readonly sql: Sql,
  ) {}

  async run(ctx: Ctx, personId: string, { at, known }: AsOfQuery): Promise<RecordAsOf> {
    const [on = '', time = ''] = at.split('T');
    if (!isLocalDate(on)) throw new Invalid([{ path: 'at', message: 'There is no such day' }]);
    const moment = londonInstant(on, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    if (moment > ctx.now.getTime()) throw new Invalid([{ path: 'at', message: 'This moment has not come yet' }]);
    if (personId !== ctx.actor.personId) await this.people.assertInScope(ctx, personId);
    const rows = await this.sql.rows<Row>('recorded-facts', RECORDED_FACTS, [
      personId,
      ctx.today,
      ctx.actor.personId,
      on,
    ]);
    return { at, known, courses: rows.flatMap((row) => lineOf(row, on, known === 'then' ? moment : null)) };
  }
}

/** One course; nothing when there was nothing to tell. `then` is null for what is known now. */
function lineOf({ courseId, code, title, whole, ...recorded }: Row, on: string, then: number | null) {
  const facts = then === null ? factsKnownNow(recorded, on) : factsKnownThen(recorded, then);
  const standing = standingOf(facts, on);
  if (standing === 'not required') return [];
  const { validUntil, dueOn } = standingDatesOf(facts);
  const stands = facts.completions.filter(({ seq }) => !facts.revocations.some(({ entry }) => entry === seq));
  const completedOn = maxDate(...stands.map((completion) => completion.completedOn));
  return [{ courseId, code, title, standing, completedOn, validUntil, dueOn: whole ? dueOn : null }];
}
