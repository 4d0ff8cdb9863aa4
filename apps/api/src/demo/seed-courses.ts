import type { Alliance, DemoCourse, DemoCourseVersion } from '@lms/demo';
import { addDays } from '@lms/domain';
import type { ClientBase } from 'pg';
import { activityRow, captionRows } from './activity-rows.js';
import { insertRows } from './insert-rows.js';
import { seedPools } from './seed-banks.js';
import type { SeededFiles } from './seed-files.js';

interface Numbered {
  course: DemoCourse;
  version: DemoCourseVersion;
}

const draftedAt = ({ publishedOn }: DemoCourseVersion): string => `${addDays(publishedOn, -14)}T09:00:00.000Z`;

/** Courses with their versions. A version is drafted, filled and only then published, as the database demands. */
export async function seedCourses(
  client: ClientBase,
  alliance: Alliance,
  files: SeededFiles,
  packages: ReadonlyMap<string, string>,
): Promise<void> {
  const outcomes = new Map(alliance.outcomes.map(({ id, name }) => [id, name]));
  const { courses } = alliance;
  await insertRows(
    client,
    'outcome',
    alliance.outcomes.map(({ id, name }, n) => ({
      ...{ id, version: 1, name, position: n + 1 },
      created_at: `${alliance.today}T00:00:00.000Z`,
    })),
  );
  await insertRows(
    client,
    'course',
    courses.map((c) => ({
      id: c.id,
      version: 1,
      code: c.code,
      title: c.title,
      summary: c.summary,
      topics: c.topics,
      outcome: c.outcomeId === null ? null : (outcomes.get(c.outcomeId) ?? null),
      owner_id: c.ownerId,
      mandatory: c.mandatory,
      // What nobody has to do and everybody can do alone is open to whoever wants it.
      self_enrolment: !c.mandatory && c.versions.at(-1)?.activities.some(({ kind }) => kind !== 'in-person') === true,
      created_at: c.versions[0] ? draftedAt(c.versions[0]) : `${alliance.today}T00:00:00.000Z`,
    })),
  );
  const versions = courses.flatMap((course) => course.versions.map((version) => ({ course, version })));
  // A course has one draft at a time: all first versions, then all second ones.
  const rounds = Map.groupBy(versions, ({ version }) => version.number);
  for (const number of [...rounds.keys()].toSorted((a, b) => a - b)) {
    await draft(client, rounds.get(number) ?? [], files, packages);
    await publish(client, rounds.get(number) ?? []);
  }
}

async function draft(
  client: ClientBase,
  round: readonly Numbered[],
  files: SeededFiles,
  packages: ReadonlyMap<string, string>,
): Promise<void> {
  await insertRows(
    client,
    'course_version',
    round.map(({ course, version: v }) => ({
      id: v.id,
      course_id: course.id,
      number: v.number,
      version: 1,
      state: 'draft',
      change: v.change,
      validity_months: v.validityMonths,
      renewal_window_days: v.renewal.windowDays,
      renewal_anchor: 'previous-expiry',
      renewal_dates: [],
      min_active_days: 0,
      lapse: v.renewal.lapse,
      refresher_days: v.renewal.refresherDays,
      refresher_course_id: v.renewal.refresherCourseId,
      remainder_course_id: v.renewal.remainderCourseId,
      minutes: v.minutes,
      created_by: v.createdById,
      created_at: draftedAt(v),
    })),
  );
  const activities = round.flatMap(({ course, version }) =>
    version.activities.map((activity) => ({ course, version, activity })),
  );
  await insertRows(
    client,
    'activity',
    activities.map(({ course, version, activity }) => activityRow(course, version.id, activity, files, packages)),
  );
  await insertRows(
    client,
    'activity_captions',
    activities.flatMap(({ activity }) => captionRows(activity, files)),
  );
  await seedPools(
    client,
    round.map(({ version }) => version.id),
  );
}

async function publish(client: ClientBase, round: readonly Numbered[]): Promise<void> {
  const rows = round
    .filter(({ version }) => version.state !== 'draft')
    .map(({ course, version: v }) => ({
      id: v.id,
      state: v.state,
      submitted_by: v.submittedById,
      approved_by: v.approvedById,
      published_at: v.publishedAt,
      retired_at:
        v.state === 'retired' ? (course.versions.find((n) => n.number === v.number + 1)?.publishedAt ?? null) : null,
    }));
  await client.query(
    `update course_version v set state = n.state, submitted_by = n.submitted_by, submitted_at = n.published_at - interval '2 days',
       approved_by = n.approved_by, published_at = n.published_at, retired_at = n.retired_at
     from jsonb_populate_recordset(null::course_version, $1) n where v.id = n.id`,
    [JSON.stringify(rows)],
  );
}
