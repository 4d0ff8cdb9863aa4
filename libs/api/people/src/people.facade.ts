import { type Ctx, NotFound, oneInScopeSql, Sql, type Tx } from '@lms/api-platform';
import type { EmploymentGroup, LocalDate, OrganisationKind } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { type Described, type Known, whoAreThese } from './known/who-are-these.js';

export interface EngagementFacts {
  id: string;
  personId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  employmentGroup: EmploymentGroup;
  jobRole: string;
  startsOn: LocalDate;
  /** The last day, inclusive; null is without an end. */
  endsOn: LocalDate | null;
}

/** What is known of somebody before it is known who they are; null for what is not. */
export interface KnownBy {
  organisationId: string | null;
  employeeNumber: string | null;
  email: string | null;
  phone: string | null;
  /** Given and family name. */
  name: string;
}

/** What later features may ask about people. */
@Injectable()
export class PeopleFacade {
  constructor(private readonly sql: Sql) {}

  /** As the transaction sees it; undefined when there is none. */
  async engagement(tx: Tx, id: string): Promise<EngagementFacts | undefined> {
    const rows: EngagementFacts[] = await tx.query(
      `select e.id, e.person_id as "personId", e.organisation_id as "organisationId", o.kind as "organisationKind",
         e.employment_group as "employmentGroup", e.job_role as "jobRole",
         e.starts_on::text as "startsOn", e.ends_on::text as "endsOn"
       from engagement e join organisation o on o.id = e.organisation_id where e.id = $1`,
      [id],
    );
    return rows[0];
  }

  /**
   * Who this is, of those who are known, merged entries too; null when nobody. By the employee number in an organisation,
   * else by an address or a telephone together with a name that is alike. Asked before anybody is entered anew.
   */
  async whoIsThis(tx: Tx, given: KnownBy): Promise<string | null> {
    const { organisationId, employeeNumber, email, phone, name } = given;
    const [row]: { id: string | null }[] = await tx.query('select who_is_this($1, $2, $3, $4, $5) as id', [
      organisationId,
      employeeNumber,
      email,
      phone,
      name,
    ]);
    return row?.id ?? null;
  }

  /** {@link whoAreThese}. */
  whoAreThese(
    tx: Tx,
    by: { actorId: string; today: LocalDate; least: number },
    rows: readonly Described[],
  ): Promise<Map<number, Known>> {
    return whoAreThese(tx, by, rows);
  }

  /** NotFound for a person whom the actor does not see, as for one who is not there. A merged entry is its person. */
  async assertInScope(ctx: Ctx, personId: string): Promise<void> {
    const seen = await this.sql.row(
      'person-in-scope',
      `select from person p where p.id = who_is($1) and p.erased_at is null and ${oneInScopeSql('p.id', '$2', '$3')}`,
      [personId, ctx.actor.personId, ctx.today],
    );
    if (!seen) throw new NotFound();
  }
}
