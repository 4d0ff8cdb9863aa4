import { type Instance, startInstance } from '../../../tools/instance.mjs';
import { databaseUrl, rowsOf } from './database.js';
import { type SignedIn, signIn, today } from './learners.js';
import type { Workbench } from './workbench.js';

export const COURSES = 200;
const IN_AN_ORGANISATION = 100;

/** One organisation above all that are made, so that its totals are of everybody. */
const ROOT = `
  insert into organisation (id, kind, name, short_name, created_at) values (gen_random_uuid(), 'supplier', 'Bench', 'Bench', '2026-01-05')
  on conflict do nothing`;

const COURSES_MADE = `
  with made as (
    insert into course (id, code, title, visibility, created_at)
    select gen_random_uuid(), 'L' || n, 'Large ' || n, 'hidden', '2026-01-05' from generate_series(1, $1::int) n returning id
  )
  insert into course_version (id, course_id, number, state, validity_months, minutes, created_at, published_at)
  select gen_random_uuid(), id, 1, 'published', 24, 30, '2026-01-05', '2026-01-05' from made`;

/** People from $1 to $2, a hundred to an organisation, and how each stands in every course: all eight ways. */
const PEOPLE = `
  with root as (select id from organisation where name = 'Bench'), organisations as (
    insert into organisation (id, kind, name, short_name, parent_id, created_at)
    select gen_random_uuid(), 'supplier', 'Bench ' || n, 'B' || n, root.id, '2026-01-05'
    from root, generate_series($1::int / ${IN_AN_ORGANISATION}, ($2::int - 1) / ${IN_AN_ORGANISATION}) n returning id, short_name
  ), people as (
    insert into person (id, given_name, family_name, created_at)
    select gen_random_uuid(), 'P' || n, 'Bench' || md5(n::text), '2026-01-05' from generate_series($1::int, $2::int - 1) n
    returning id, substr(given_name, 2)::int as n
  )
  insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, starts_on, created_at)
  select gen_random_uuid(), p.id, o.id, 'L' || p.n, 'Operative', 'site', '2025-01-06', '2026-01-05'
  from people p join organisations o on o.short_name = 'B' || p.n / ${IN_AN_ORGANISATION}`;

const STANDINGS = `
  insert into standing_dates (person_id, course_id, required, due_on, completed_on, valid_until, ever_completed, lifetime,
    window_from, started_on, exempt)
  select p.id, c.id, h.n % 10 < 8, case when h.n % 3 = 0 then $3::date + (h.n % 90 - 30)::int end,
    case when d.done then $3::date - 200 end, case when d.done then $3::date + (h.n % 400 - 40)::int end, d.done, false,
    case when d.done then $3::date + (h.n % 400 - 70)::int end, case when h.n % 11 = 0 then $3::date - 3 end,
    case when h.n % 29 = 0 then datemultirange(daterange($3::date - 5, $3::date + 60, '[]')) else '{}' end
  from person p
  cross join course c
  cross join lateral (select abs(hashtext(p.id::text || c.id::text))::int as n) h
  cross join lateral (select h.n % 5 < 4 as done) d
  where p.family_name like 'Bench%' and substr(p.given_name, 2)::int >= $1::int and substr(p.given_name, 2)::int < $2::int
    and c.code like 'L%' and c.title like 'Large %'
  order by p.id, c.id`;

/** People and organisations to ask about, drawn from everywhere. */
const SAMPLE = `
  select (select json_agg(id) from (select id from person where family_name like 'Bench%' order by md5(id::text) limit $1) p) as people,
    (select json_agg(id) from (
      select id from organisation where parent_id = (select id from organisation where name = 'Bench') order by md5(id::text) limit $1) o) as organisations,
    (select id from organisation where name = 'Bench') as root`;

const WAITING = `
  select from person p left join standing_day d on d.person_id = p.id where d.on_day is distinct from $1 limit 1`;

const FORGET_DAYS = `select pg_advisory_xact_lock(hashtextextended('standing days', 9)); delete from standing_day`;

const TEAM = `
  select g.person_id as "personId", n.name from role_grant g
  join sign_in_name n on n.person_id = g.person_id join password w on w.person_id = g.person_id and w.demo
  where g.role = 'people-team' and g.ends_on is null order by n.name limit 1`;

export interface Sample {
  people: string[];
  organisations: string[];
  root: string;
}

/** An Alliance of 25,000 people and 200 courses beside the demonstration's, in a folder of its own. */
export class LargeAlliance {
  private people = 0;

  private constructor(
    readonly instance: Instance,
    private readonly owner: string,
  ) {}

  static async start(bench: Workbench, courses = COURSES): Promise<LargeAlliance> {
    await bench.stopDemo();
    const instance = await startInstance({ demo: true, dataDir: await bench.folder(`large-${Date.now()}`) });
    const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
    await rowsOf(owner, ROOT);
    await rowsOf(owner, COURSES_MADE, [courses]);
    return new LargeAlliance(instance, owner);
  }

  /** As many people as that, with a standing in every course. */
  async growTo(people: number): Promise<void> {
    const range = [this.people, people];
    // History is not what is measured.
    await rowsOf(this.owner, 'alter table engagement disable trigger user; alter table person disable trigger user');
    await rowsOf(this.owner, PEOPLE, range);
    await rowsOf(this.owner, 'alter table engagement enable trigger user; alter table person enable trigger user');
    await rowsOf(this.owner, 'alter table standing_dates disable trigger user');
    await rowsOf(this.owner, STANDINGS, [...range, today()]);
    await rowsOf(this.owner, 'alter table standing_dates enable trigger user');
    await rowsOf(this.owner, 'vacuum analyze standing_dates');
    await this.keepDay();
    await rowsOf(this.owner, 'analyze person, engagement, organisation');
    this.people = people;
  }

  /**
   * As the worker does, which may be at it. What it kept of people before they had a standing is thrown away: nothing told
   * of those, since what tells was switched off.
   */
  private async keepDay(): Promise<void> {
    await rowsOf(this.owner, FORGET_DAYS);
    for (let waiting = true; waiting;) {
      await rowsOf(this.owner, 'select keep_standing_days($1, true, 500)', [today()]);
      waiting = (await rowsOf(this.owner, WAITING, [today()])).length > 0;
    }
    await rowsOf(this.owner, 'vacuum analyze standing_day');
  }

  async sample(count: number): Promise<Sample> {
    const [sample] = await rowsOf<Sample & Record<string, unknown>>(this.owner, SAMPLE, [count]);
    if (!sample) throw new Error('There is nobody to ask about');
    return sample;
  }

  /** Somebody of the People Team, who sees everybody. */
  async team(): Promise<SignedIn> {
    const found = await rowsOf<{ personId: string; name: string }>(this.owner, TEAM);
    const [team] = await signIn(this.instance, found);
    if (!team) throw new Error('The demonstration has no People Team');
    return team;
  }

  stop(): Promise<void> {
    return this.instance.stop({ keepData: false });
  }
}
