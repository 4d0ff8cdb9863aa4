import { PeopleFacade } from '@lms/api-people';
import { type Ctx, Invalid, PackSources, Sql, type StandingThen, type StandsThen } from '@lms/api-platform';
import type { AsOfQuery, RecordAsOf } from '@lms/contracts';
import {
  dueAsTold,
  factsKnownNow,
  factsKnownThen,
  londonMoment,
  type RecordedFacts,
  standingDatesOf,
  standingOf,
  maxDate,
} from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RECORDED_FACTS } from './recorded-facts.sql.js';

type Row = RecordedFacts & {
  personId: string;
  courseId: string;
  code: string;
  title: string;
  whole: boolean;
};

/** How people stood at a moment, worked out by the domain's own definition over the facts that were known. */
@Injectable()
export class GetAsOf implements StandsThen, OnModuleInit {
  constructor(
    private readonly people: PeopleFacade,
    private readonly sql: Sql,
    private readonly packs: PackSources,
  ) {}

  onModuleInit(): void {
    this.packs.offerStandings(this);
  }

  async run(ctx: Ctx, personId: string, { at, known }: AsOfQuery): Promise<RecordAsOf> {
    const moment = londonMoment(at);
    if (!moment) throw new Invalid([{ path: 'at', message: 'There is no such day' }]);
    if (moment.at > ctx.now.getTime()) throw new Invalid([{ path: 'at', message: 'This moment has not come yet' }]);
    if (personId !== ctx.actor.personId) await this.people.assertInScope(ctx, personId);
    const lines = await this.lines(ctx, [personId], moment.on, known === 'then' ? moment.at : null);
    return { at, known, courses: lines.map(({ personId: _, ...course }) => course) };
  }

  standingsThen(ctx: Ctx, personIds: readonly string[], on: string, at: number): Promise<StandingThen[]> {
    return this.lines(ctx, personIds, on, at);
  }

  /** `then` is null for what is known now. */
  private async lines(ctx: Ctx, personIds: readonly string[], on: string, then: number | null) {
    const values = [personIds, ctx.today, ctx.actor.personId, on];
    const rows = await this.sql.rows<Row>('recorded-facts', RECORDED_FACTS, values);
    return rows.flatMap((row) => lineOf(row, on, then));
  }
}

/** One course; nothing when there was nothing to tell. */
function lineOf({ personId, courseId, code, title, whole, ...recorded }: Row, on: string, then: number | null) {
  const facts = then === null ? factsKnownNow(recorded, on) : factsKnownThen(recorded, then);
  const standing = standingOf(facts, on);
  if (standing === 'not required') return [];
  const { validUntil } = standingDatesOf(facts);
  const stands = facts.completions.filter(({ seq }) => !facts.revocations.some(({ entry }) => entry === seq));
  const completedOn = maxDate(...stands.map((completion) => completion.completedOn));
  return [
    { personId, courseId, code, title, standing, completedOn, validUntil, dueOn: whole ? dueAsTold(facts, on) : null },
  ];
}
