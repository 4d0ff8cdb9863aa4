import type { CommitEntry, Launch, OpenedActivity } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import type { Answer, Client, TestApp } from './test-app.js';

const AT = '2026-11-23T09:00:00Z';

export interface LessonCourse {
  courseId: string;
  activityId: string;
  assign(personId: string): Promise<void>;
  open(who: Client): Promise<OpenedActivity>;
  launch(who: Client): Promise<Launch>;
  commit(launch: Launch, ...entries: Partial<CommitEntry>[]): Promise<Answer>;
}

/** A published course with one SCORM package in it, whose parts are named by their identifiers. */
export async function lessonCourse(
  t: TestApp,
  standard: 'scorm12' | 'scorm2004' = 'scorm12',
  parts: string[] = ['ITEM-1'],
  ownerId: string | null = null,
): Promise<LessonCourse> {
  const packageId = uuid();
  const scos = parts.map((identifier) => ({
    identifier,
    title: identifier,
    href: `${identifier}.html`,
    scormType: 'sco',
    masteryScore: null,
    dataFromLms: null,
  }));
  await t.db.sql(
    `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at) values ($1, $2, '1', 'P', 'x', $3, 10, $4)`,
    [packageId, standard, JSON.stringify(scos), AT],
  );
  const courseId = await t.make.course({ title: 'Working near traffic' });
  if (ownerId) await t.db.sql('update course set owner_id = $2 where id = $1', [courseId, ownerId]);
  const version = await t.make.courseVersion({ courseId });
  const activityId = uuid();
  await t.db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title, package_id, completion_rule)
     values ($1, $2, $3, 1, $4, 'Lesson', $5, '{"kind": "completed-or-passed"}')`,
    [activityId, version, uuid(), standard, packageId],
  );
  await t.make.publish(version);
  const open = async (who: Client) => (await who.post(`/my/activities/${activityId}/open`)).json<OpenedActivity>();
  return {
    courseId,
    activityId,
    open,
    assign: (person) =>
      t.db
        .sql(
          `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, '2030-01-01')`,
          [uuid(), person, courseId, AT],
        )
        .then(() => undefined),
    launch: async (who) => (await who.post(`/my/attempts/${(await open(who)).attemptId}/launches`)).json<Launch>(),
    commit: (launch, ...entries) =>
      t.anonymous.post(
        `/launches/${launch.launchId}/commits`,
        { entries: entries.map((entry) => ({ at: AT, sco: parts[0], ...entry })) },
        { authorization: `Bearer ${launch.commitToken}` },
      ),
  };
}
