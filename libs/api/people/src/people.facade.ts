import { type Ctx, NotFound, Sql, type Tx } from '@lms/api-platform';
import type { EmploymentGroup, LocalDate, OrganisationKind } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { oneInScopeSql } from './shared/sql-text.js';

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

  /** NotFound for a person whom the actor does not see, as for one who is not there. */
  async assertInScope(ctx: Ctx, personId: string): Promise<void> {
    const seen = await this.sql.row(
      'person-in-scope',
      `select from person p where p.id = $1 and p.erased_at is null and ${oneInScopeSql('p.id', '$2', '$3')}`,
      [personId, ctx.actor.personId, ctx.today],
    );
    if (!seen) throw new NotFound();
  }
}
