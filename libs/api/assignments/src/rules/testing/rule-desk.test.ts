import { expect } from '@jest/globals';
import { explainAll, Reconcile } from '@lms/api-assignments';
import type { Created, Rule, RulePreview, RuleVersion } from '@lms/contracts';
import { addDays, type AudiencePredicate, londonDate } from '@lms/domain';
import { Client as Pg } from 'pg';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../../test/http/test-app.js';
import { RunRules } from '../runs/run-rules.js';

export const today = londonDate(new Date());
export const SITE: AudiencePredicate = { is: 'group', in: ['site'] };
export const at = (organisationId: string, tiers = false): AudiencePredicate => ({
  is: 'organisation',
  in: [organisationId],
  tiers,
});
export const all = (...of: AudiencePredicate[]): AudiencePredicate => ({ is: 'all', of });
export const AFTER_14 = { kind: 'after-assignment', days: 14, realisticDays: 7 };

interface Setting {
  t: TestApp;
  adviser: Client;
  second: Client;
  auditor: Client;
  supplier: string;
  partner: string;
  course: string;
  other: string;
}

/** Two of a People Team, an auditor, two organisations, two courses; and what is done with rules, over HTTP. */
export async function ruleDesk(): Promise<RuleDesk> {
  const t = await testApp();
  const member = async (role: string) => {
    const personId = await t.make.person();
    await t.make.grant({ personId, role });
    return t.as(personId);
  };
  const published = async (title: string) => {
    const courseId = await t.make.course({ title });
    await t.make.publish(await t.make.courseVersion({ courseId, validityMonths: 24 }));
    return courseId;
  };
  return new RuleDesk({
    t,
    adviser: await member('people-team'),
    second: await member('people-team'),
    auditor: await member('auditor'),
    supplier: await t.make.organisation({ name: 'Kestrel Vane Barriers' }),
    partner: await t.make.organisation({ kind: 'partner', name: 'Costain' }),
    course: await published('Plant–person interface'),
    other: await published('Welcome'),
  });
}

export class RuleDesk {
  constructor(readonly given: Setting) {}

  /** Somebody engaged, as one would be by the screens. */
  async engaged(organisationId: string, group = 'site', more: object = {}) {
    const { t, adviser } = this.given;
    const personId = await t.make.person();
    const body = {
      organisationId,
      employeeNumber: personId.slice(-12),
      jobRole: 'Operative',
      employmentGroup: group,
      startsOn: addDays(today, -100),
      ...more,
    };
    const added = await adviser.post(`/people/${personId}/engagements`, body);
    expect([added.status, added.body]).toEqual([201, expect.anything()]);
    await t.drain();
    return { personId, engagementId: added.json<Created>().id, body };
  }
  /** An organisation with so many people, who are simply there. */
  async crowd(people: number): Promise<string> {
    const { make } = this.given.t;
    const organisationId = await make.organisation();
    for (let n = 0; n < people; n += 1) await make.engagement({ personId: await make.person(), organisationId });
    return organisationId;
  }

  async draft(name: string, predicate: AudiencePredicate, more: object = {}): Promise<RuleVersion> {
    const { adviser } = this.given;
    const { id } = (await adviser.post('/rules', { name })).json<Created>();
    const version = (await adviser.get(`/rules/${id}`)).json<Rule>().versions[0]!;
    return this.saved(version, { predicate, ...more });
  }
  async saved(version: RuleVersion, more: object): Promise<RuleVersion> {
    const { adviser, course } = this.given;
    const body = { courseId: course, due: AFTER_14, effectiveOn: today, ...more };
    const answer = await adviser.put(`/rule-versions/${version.id}`, body, { 'if-match': `"${version.version}"` });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.json<RuleVersion>();
  }
  /** The next version of a rule, as the one before. */
  async next(ruleId: string): Promise<RuleVersion> {
    const { adviser } = this.given;
    const { id } = (await adviser.post(`/rules/${ruleId}/versions`)).json<Created>();
    return (await adviser.get(`/rule-versions/${id}`)).json<RuleVersion>();
  }
  async preview(id: string): Promise<RulePreview> {
    return (await this.given.adviser.post(`/rule-versions/${id}/preview`)).json<RulePreview>();
  }
  async applied(version: RuleVersion): Promise<RulePreview> {
    const made = await this.preview(version.id);
    const answer = await this.given.adviser.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    await this.runs();
    return made;
  }
  /** Applied by two. */
  async appliedByTwo(version: RuleVersion): Promise<RulePreview> {
    const { adviser, second } = this.given;
    const made = await this.preview(version.id);
    const step = async (who: Client, verb: string) =>
      expect((await who.post(`/rule-versions/${version.id}/${verb}`, { previewId: made.id })).status).toBe(200);
    await step(adviser, 'propose');
    await step(second, 'approve');
    await step(adviser, 'apply');
    await this.runs();
    return made;
  }
  /** What the worker does. */
  async runs(): Promise<void> {
    const { t } = this.given;
    const open = await t.db.sql<{ id: string }>('select id from rule_run where done_at is null');
    for (const { id } of open) await t.app.get(RunRules).run(id);
  }

  reasons(personId: string, courseId = this.given.course) {
    return this.given.t.db.sql<{
      due: string | null;
      state: string;
      ended: string | null;
      why: string | null;
      number: number;
    }>(
      `select r.due_on::text as due, a.state, r.ended_why as ended, a.closed_why as why, v.number
       from assignment_reason r join assignment a on a.id = r.assignment_id join rule_version v on v.id = r.rule_version_id
       where a.person_id = $1 and a.course_id = $2 order by a.cycle, v.number, r.since`,
      [personId, courseId],
    );
  }
  complete(personId: string, courseId: string, on: string, until: string) {
    return this.given.t.db.sql(
      `select append_completion($1, $2, (select id from course_version where course_id = $2 and state = 'published'), $3, $4, 'import', $5, '{}', $6)`,
      [personId, courseId, on, until, uuid(), new Date().toISOString()],
    );
  }

  /** Nothing is left to reconcile, and every reason can be replayed; answers how many were. */
  async expectExplained(): Promise<number> {
    const { t } = this.given;
    await this.runs();
    await t.drain();
    // Tests look ahead; the first time puts right what they left.
    await t.app.get(Reconcile).run();
    expect(await t.app.get(Reconcile).run()).toMatchObject({ given: 0, ended: 0, different: 0 });
    const client = new Pg({ connectionString: t.db.ownerUrl });
    await client.connect();
    const explained = await explainAll(client);
    await client.end();
    expect(explained).toMatchObject({ faults: 0, named: [] });
    return explained.reasons;
  }
}
