import { withDatabase } from '../support/with-database.js';

interface Engagement {
  personId: string;
  organisationId: string;
  managerId: string | null;
  live: boolean;
}
interface Grant {
  personId: string;
  role: string;
  organisationId: string | null;
}

/** Who there is, as plain rows: the rule of who sees whom is written again from them, apart from the product's own. */
export class World {
  private readonly known = new Map<string, ReadonlySet<string>>();

  private constructor(
    private readonly engagements: readonly Engagement[],
    private readonly grants: readonly Grant[],
    private readonly parents: ReadonlyMap<string, string | null>,
    /** By id. */
    readonly names: ReadonlyMap<string, string>,
    /** Who has or had a part in the work of others, and is named by it: granted a role, a line manager, a buddy, who recorded. */
    readonly staff: ReadonlySet<string>,
    /** For whom somebody has something to do: on their path, or in a session that they train. */
    private readonly tasks: readonly { doer: string; personId: string }[],
  ) {}

  static read(dataDir: string, today: string): Promise<World> {
    return withDatabase(dataDir, async (sql) => {
      const engagements = (await sql(
        `select person_id as "personId", organisation_id as "organisationId", line_manager_id as "managerId",
           ends_on is null or ends_on >= $1 as live from engagement`,
        [today],
      )) as unknown as Engagement[];
      const grants = (await sql(
        `select person_id as "personId", role, organisation_id as "organisationId" from role_grant
         where starts_on <= $1 and (ends_on is null or ends_on >= $1)`,
        [today],
      )) as unknown as Grant[];
      const organisations = await sql('select id, parent_id from organisation');
      const people = await sql(`select id, concat_ws(' ', given_name, family_name) as name from person`);
      const asText = (value: unknown) => value as string;
      const staff = await sql(
        `select person_id as id from role_grant union select line_manager_id from engagement
         union select recorded_by from in_person_record union select assessor_id from practical_sign_off
         union select assignee_id from path_task union select buddy_id from path_enrolment
         union select (value::jsonb #>> '{}')::uuid from ledger_private where field = 'recordedBy'
         union select checked_by from evidence_check union select submitted_by from evidence_submission`,
      );
      const tasks = await sql(
        `select assignee_id as doer, person_id as "personId" from path_task where assignee_id is not null
         union select t.person_id, b.person_id from session_trainer t join session_booking b on b.session_id = t.session_id`,
      );
      return new World(
        engagements,
        grants,
        new Map(organisations.map(({ id, parent_id }) => [asText(id), parent_id as string | null])),
        new Map(people.map(({ id, name }) => [asText(id), asText(name)])),
        new Set(staff.map(({ id }) => asText(id))),
        tasks as { doer: string; personId: string }[],
      );
    });
  }

  roles(personId: string): Set<string> {
    return new Set(this.grants.filter((g) => g.personId === personId).map((g) => g.role));
  }

  /** Oneself; whoever reports to one, also indirectly, by the employments that make the line; whoever works for one's organisation or below it; or everybody. */
  seenBy(personId: string): ReadonlySet<string> {
    const seen = this.known.get(personId) ?? this.look(personId);
    this.known.set(personId, seen);
    return seen;
  }

  private look(personId: string): ReadonlySet<string> {
    const roles = this.roles(personId);
    if (roles.has('people-team') || roles.has('auditor')) return new Set(this.names.keys());
    const live = this.engagements.filter((e) => e.live);
    const seen = new Set([personId]);
    const direct = live.filter((e) => e.managerId === personId && !this.hasLeft(personId, e.organisationId));
    const through = new Set(direct);
    for (const one of through) {
      seen.add(one.personId);
      const below = live.filter((e) => e.managerId === one.personId && this.leadsThrough(one, e.organisationId));
      for (const report of below) through.add(report);
    }
    const own = this.grants.filter((g) => g.personId === personId && g.role === 'coordinator');
    for (const { organisationId } of own)
      for (const e of live) if (this.isBelow(e.organisationId, organisationId)) seen.add(e.personId);
    return seen;
  }

  /** Those for whom one has something to do on their paths, or whom one trains. */
  helpedBy(personId: string): ReadonlySet<string> {
    return new Set(this.tasks.filter(({ doer }) => doer === personId).map((task) => task.personId));
  }

  private at(personId: string, organisationId: string): Engagement[] {
    return this.engagements.filter((e) => e.personId === personId && e.organisationId === organisationId);
  }

  /** Whoever never worked there has not left. */
  private hasLeft(personId: string, organisationId: string): boolean {
    const there = this.at(personId, organisationId);
    return there.length > 0 && !there.some(({ live }) => live);
  }

  /** Somebody leads people of an organisation through their employment there; where they have none, through any. */
  private leadsThrough({ personId, organisationId }: Engagement, led: string): boolean {
    return organisationId === led || this.at(personId, led).length === 0;
  }

  private isBelow(organisation: string, top: string | null): boolean {
    for (let at: string | null | undefined = organisation; at; at = this.parents.get(at)) if (at === top) return true;
    return false;
  }
}
