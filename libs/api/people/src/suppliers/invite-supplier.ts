import { Audit, changeOf, Conflict, type Ctx, Invalid, Outbox, Transactions, type Tx } from '@lms/api-platform';
import type {
  AddPersonRequest,
  ApplySupplierRequest,
  InviteSupplierRequest,
  SupplierInvited,
  SupplierPreview,
} from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { GrantRole } from '../grants/grant-role.js';
import { CreateOrganisation } from '../organisations/create-organisation.js';
import { explainOrganisationName } from '../organisations/organisation-name.js';
import { AddPerson } from '../persons/add-person.js';
import { planSupplier } from './plan-supplier.js';

/** An organisation with somebody who looks after its people there: all of it or nothing, exactly as previewed. */
@Injectable()
export class InviteSupplier {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: CreateOrganisation,
    private readonly people: AddPerson,
    private readonly grants: GrantRole,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  preview(ctx: Ctx, request: InviteSupplierRequest): Promise<SupplierPreview> {
    return this.transactions.run(changeOf(ctx), (tx) => planSupplier(tx, ctx, request));
  }

  run(ctx: Ctx, { facts, ...request }: ApplySupplierRequest): Promise<SupplierInvited> {
    return this.transactions
      .run(changeOf(ctx), async (tx) => {
        // Two who send the same wait for each other.
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [request.organisation.id]);
        const plan = await planSupplier(tx, ctx, request);
        // Sent once more, or somebody else was faster: it is so already.
        if (!plan.holds) await this.write(tx, ctx, { request, plan, facts });
        return { organisationId: plan.organisation.id, personId: plan.coordinator.personId, way: plan.way };
      })
      .catch((error: unknown) => {
        throw atPath(explainOrganisationName(error), (path) => (path === 'name' ? 'organisation.name' : path));
      });
  }

  private async write(
    tx: Tx,
    ctx: Ctx,
    { request, plan, facts }: { request: InviteSupplierRequest; plan: SupplierPreview; facts: string },
  ): Promise<void> {
    if (plan.alike.length > 0 || plan.perhaps.length > 0) throw whichIsIt();
    if (plan.facts !== facts) throw changedMeanwhile();
    const { organisation, coordinator } = request;
    if (organisation.kind === 'new' && plan.organisation.isNew) {
      const { id, name, shortName, parentId, sponsorId } = organisation;
      await this.organisations
        .within(tx, ctx, id, { kind: 'supplier', name, shortName, parentId, sponsorId })
        .catch((error: unknown) => {
          throw atPath(error, (path) => `organisation.${path}`);
        });
    }
    const personId = plan.coordinator.personId;
    if (coordinator.kind === 'new' && plan.coordinator.isNew)
      await this.people
        .within(tx, ctx, personId, newcomer(ctx, coordinator, { request, plan }))
        .catch((error: unknown) => {
          throw atPath(error, (path) => PATHS[path] ?? path);
        });
    await this.grants.within(tx, ctx, {
      ...{ id: uuid(), personId },
      request: { role: 'coordinator', organisationId: plan.organisation.id, startsOn: ctx.today, endsOn: null },
    });
    await this.audit.append(tx, ctx, {
      action: 'supplier.invite',
      targetType: 'organisation',
      targetId: plan.organisation.id,
      detail: { personId, way: plan.way },
    });
    const payload = { personId, organisationId: plan.organisation.id };
    await this.outbox.append(tx, ctx.now, { type: 'coordinator.invited', personId, payload });
  }
}

/** Where what is refused of somebody new stands in this form. */
const PATHS: Readonly<Record<string, string>> = {
  signInName: 'coordinator.email',
  'person.familyName': 'coordinator.familyName',
  'engagement.schemeIds': 'schemeIds',
};

function newcomer(
  ctx: Ctx,
  { givenName, familyName, email, jobRole }: Extract<InviteSupplierRequest['coordinator'], { kind: 'new' }>,
  { request, plan }: { request: InviteSupplierRequest; plan: SupplierPreview },
): AddPersonRequest {
  return {
    person: { givenName, familyName, knownAs: null, contactEmail: null, phone: null },
    engagement: {
      ...{ organisationId: plan.organisation.id, employeeNumber: plan.employeeNumber ?? '', jobRole },
      ...{ employmentGroup: 'office', schemeIds: request.schemeIds, tags: [], lineManagerId: null },
      // An address that the employer gave: it stops letting in when the employment ends.
      ...{ workEmail: email, startsOn: ctx.today, endsOn: null },
    },
    signInName: null,
    invite: false,
  };
}

const atPath = (error: unknown, renamed: (path: string) => string): unknown =>
  error instanceof Invalid && error.fields
    ? new Invalid(error.fields.map(({ path, message }) => ({ path: renamed(path), message })))
    : error;

const whichIsIt = (): Conflict =>
  new Conflict('perhaps-known', 'Somebody or something with nearly this name is known. Say which it is first.');

const changedMeanwhile = (): Conflict =>
  new Conflict('facts-changed', 'Something about this changed meanwhile. Nothing was done; look again.');
