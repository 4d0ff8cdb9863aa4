import { v7 as uuid } from 'uuid';
import type { TestDatabase } from './test-database.js';

const CREATED = '2026-01-05T09:00:00Z';

/** Plain rows for tests: every value has a sensible default, and what a test is about is said by the test. */
export class Factory {
  private n = 0;

  constructor(private readonly db: TestDatabase) {}

  organisation(given: { kind?: string; name?: string; parentId?: string; sponsorId?: string } = {}): Promise<string> {
    const name = given.name ?? `Organisation ${this.next()}`;
    return this.insert('organisation', {
      kind: given.kind ?? 'supplier',
      name,
      short_name: name,
      parent_id: given.parentId,
      sponsor_id: given.sponsorId,
    });
  }

  scheme(given: { code?: string; name?: string } = {}): Promise<string> {
    const code = given.code ?? `S${this.next()}`;
    return this.insert('scheme', { code, name: given.name ?? `Scheme ${code}` });
  }

  person(given: { givenName?: string; familyName?: string; contactEmail?: string } = {}): Promise<string> {
    return this.insert('person', {
      given_name: given.givenName ?? `Given${this.next()}`,
      family_name: given.familyName ?? `Family${this.n}`,
      contact_email: given.contactEmail,
    });
  }

  engagement(given: {
    personId: string;
    organisationId: string;
    startsOn?: string;
    endsOn?: string;
    lineManagerId?: string;
    employmentGroup?: string;
    schemeIds?: string[];
  }): Promise<string> {
    return this.insert('engagement', {
      person_id: given.personId,
      organisation_id: given.organisationId,
      employee_number: `E${this.next()}`,
      job_role: 'Operative',
      employment_group: given.employmentGroup ?? 'site',
      scheme_ids: given.schemeIds ?? [],
      line_manager_id: given.lineManagerId,
      starts_on: given.startsOn ?? '2024-01-08',
      ends_on: given.endsOn,
    });
  }

  grant(given: {
    personId: string;
    role: string;
    organisationId?: string;
    startsOn?: string;
    endsOn?: string;
  }): Promise<string> {
    return this.insert('role_grant', {
      person_id: given.personId,
      role: given.role,
      organisation_id: given.organisationId,
      starts_on: given.startsOn ?? '2024-01-08',
      ends_on: given.endsOn,
    });
  }

  outcome(name: string): Promise<string> {
    return this.insert('outcome', { name, position: this.next() });
  }

  course(given: { code?: string; title?: string; mandatory?: boolean } = {}): Promise<string> {
    const code = given.code ?? `C${this.next()}`;
    return this.insert('course', { code, title: given.title ?? `Course ${code}`, mandatory: given.mandatory ?? false });
  }

  /** Published unless told otherwise, with no activities yet: add them while it is a draft. */
  courseVersion(given: {
    courseId: string;
    number?: number;
    state?: string;
    validityMonths?: number;
    minutes?: number;
  }): Promise<string> {
    const state = given.state ?? 'draft';
    return this.insert('course_version', {
      course_id: given.courseId,
      number: given.number ?? 1,
      state,
      validity_months: given.validityMonths,
      minutes: given.minutes ?? 30,
      published_at: state === 'published' ? CREATED : undefined,
    });
  }

  publish(courseVersionId: string): Promise<unknown> {
    return this.db.sql(`update course_version set state = 'published', published_at = $2 where id = $1`, [
      courseVersionId,
      CREATED,
    ]);
  }

  private next(): number {
    this.n += 1;
    return this.n;
  }

  private async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const id = uuid();
    const row: Record<string, unknown> = { id, created_at: CREATED, ...values };
    const columns = Object.keys(row).filter((c) => row[c] !== undefined);
    const places = columns.map((_, i) => `$${i + 1}`).join(', ');
    await this.db.sql(
      `insert into ${table} (${columns.join(', ')}) values (${places})`,
      columns.map((c) => row[c]),
    );
    return id;
  }
}
