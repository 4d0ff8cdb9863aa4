import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { Why, WhyReason } from '@lms/contracts';
import {
  type AudienceFacts,
  type AudiencePredicate,
  dayInWords,
  describeAgain,
  matchedFacts,
  type Names,
  type RuleRecurrence,
} from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { idsIn, PredicateNames } from '../audiences/predicate-names.js';
import { WHY } from './why.sql.js';

type StoredReason = Omit<WhyReason, 'facts' | 'factsOn' | 'again' | 'ends'> & {
  endsOn: string | null;
  facts: AudienceFacts | null;
  predicate: AudiencePredicate | null;
  recurrence: RuleRecurrence | null;
};

/** "Why do I have this?", from what was stored when it was given. */
@Injectable()
export class GetWhy {
  constructor(
    private readonly sql: Sql,
    private readonly names: PredicateNames,
  ) {}

  async run(ctx: Ctx, personId: string, courseId: string): Promise<Why> {
    const row = await this.sql.row<Omit<Why, 'reasons'> & { reasons: StoredReason[] }>('why', WHY, [
      personId,
      courseId,
      ctx.actor.personId,
      ctx.today,
      ctx.actor.permissions.has('rules.read'),
    ]);
    if (!row) throw new NotFound();
    const names = await this.names.of(row.reasons.flatMap(({ predicate }) => (predicate ? idsIn(predicate) : [])));
    return { ...row, reasons: row.reasons.map((reason) => explained(reason, names)) };
  }
}

function explained({ endsOn, facts, predicate, recurrence, ...reason }: StoredReason, names: Names): WhyReason {
  const matched = facts && predicate ? matchedFacts(predicate, facts, names) : [];
  return {
    ...reason,
    ownerName: reason.ownerName || null,
    approvedByName: reason.approvedByName || null,
    facts: matched,
    factsOn: facts?.on ?? null,
    again: recurrence && describeAgain(recurrence, reason.kind === 'path' ? 'path' : 'course'),
    ends: reason.endedAt === null ? endings(reason, matched, endsOn) : [],
  };
}

/** What would end a reason, each a sentence. */
function endings(
  reason: Pick<WhyReason, 'kind' | 'title' | 'organisationName' | 'request'>,
  matched: string[],
  endsOn: string | null,
) {
  if (reason.kind === 'self') return ['You withdraw from it.'];
  if (reason.kind === 'person') return ['Whoever asked for it takes it back.'];
  const leaving = `The engagement with ${reason.organisationName ?? 'the organisation'} ends.`;
  if (reason.kind === 'path') {
    const back = reason.request ? [`${reason.request.byName} takes back what was asked for.`] : [];
    return [leaving, ...back, `The path “${reason.title ?? ''}” no longer asks for it.`];
  }
  return [
    leaving,
    ...matched.map((fact) =>
      `No longer ${fact}.`
        .replace('No longer not ', 'From now on ')
        .replace('No longer who ', 'No longer somebody who '),
    ),
    endsOn ? `The rule ends on ${dayInWords(endsOn)}.` : `The rule “${reason.title ?? ''}” is ended or changed.`,
  ];
}
