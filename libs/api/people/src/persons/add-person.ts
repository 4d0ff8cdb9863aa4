import {
  Audit,
  changeOf,
  type Ctx,
  Invalid,
  Outbox,
  type ProblemField,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { AddPersonRequest, Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { explainEmployeeNumber } from '../engagements/employee-number.js';
import { columnsOf, engagementProblems } from '../engagements/engagement-rules.js';
import { EngagementEntity } from '../engagements/engagement.entity.js';
import { PersonEntity } from './person.entity.js';
import { chosenName, signInNameProblems } from './sign-in-name.js';

/** A new starter with their first engagement; identity hears of them, names them, and invites them when asked to. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, request: AddPersonRequest): Promise<Created> {
    const id = uuid();
    await this.transactions
      .run(changeOf(ctx), (tx) => this.within(tx, ctx, id, request))
      .catch((error: unknown) => {
        throw explainEmployeeNumber(error, 'engagement.');
      });
    return { id };
  }

  /** As a part of something larger. A number that another has in the organisation is the database's to refuse. */
  async within(tx: Tx, ctx: Ctx, id: string, request: AddPersonRequest): Promise<void> {
    const problems = await problemsOf(tx, ctx, id, request);
    if (problems.length > 0) throw new Invalid(problems);
    const { person, engagement } = request;
    const engagementId = uuid();
    await tx.insert(PersonEntity, { id, ...person, createdAt: ctx.now });
    await tx.insert(EngagementEntity, {
      id: engagementId,
      personId: id,
      ...columnsOf(engagement),
      createdAt: ctx.now,
    });
    await this.audit.append(tx, ctx, {
      action: 'person.add',
      targetType: 'person',
      targetId: id,
      detail: { engagementId, organisationId: engagement.organisationId, invite: request.invite },
    });
    await this.announce(tx, ctx, { id, engagementId, request });
  }

  private async announce(
    tx: Tx,
    ctx: Ctx,
    { id, engagementId, request }: { id: string; engagementId: string; request: AddPersonRequest },
  ): Promise<void> {
    await this.outbox.append(tx, ctx.now, {
      type: 'person.added',
      personId: id,
      payload: { personId: id, engagementId, invite: request.invite ? 'yes' : 'no', ...chosenName(request) },
    });
    await this.outbox.append(tx, ctx.now, { type: 'person.saved', personId: id, payload: { personId: id } });
    await this.outbox.append(tx, ctx.now, {
      type: 'engagement.saved',
      personId: id,
      payload: { engagementId, personId: id },
    });
  }
}

async function problemsOf(tx: Tx, ctx: Ctx, personId: string, request: AddPersonRequest): Promise<ProblemField[]> {
  const ofEngagement = await engagementProblems(tx, ctx, { personId, request: request.engagement, before: null });
  return [
    ...ofEngagement.map(({ path, message }) => ({ path: `engagement.${path}`, message })),
    ...(await signInNameProblems(tx, request)),
    ...(await mergedBefore(tx, request)),
  ];
}

/** Somebody of whom it was found out already that their entries are one person is not entered once more. */
const MERGED = `
  select concat_ws(' ', p.given_name, p.family_name) as name from person p
  where p.id = who_is_this($1, $2, $3, $4, $5) and exists (select from person_alias a where a.same_as = p.id)`;

async function mergedBefore(tx: Tx, { person, engagement }: AddPersonRequest): Promise<ProblemField[]> {
  const name = `${person.givenName} ${person.familyName}`;
  const [known]: { name: string }[] = await tx.query(MERGED, [
    engagement.organisationId,
    engagement.employeeNumber,
    person.contactEmail ?? engagement.workEmail,
    person.phone,
    name,
  ]);
  if (!known) return [];
  return [
    {
      path: 'person.familyName',
      message: `This is ${known.name}, who was entered twice before. Add the employment to their entry instead`,
    },
  ];
}
