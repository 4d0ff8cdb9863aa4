import type { EvidenceSettings, PracticalSettings, SurveySettings } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import type { TestApp } from './test-app.js';

const AT = '2026-01-05T09:00:00Z';

/** The beginning of a photo is all that is looked at. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(400, 7),
  Buffer.from([0xff, 0xd9]),
]);
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n');

export interface AssessedCourse {
  courseId: string;
  versionId: string;
  activityId: string;
  title: string;
  /** Makes the person owe the course. */
  assign(personId: string): Promise<void>;
  /** Each of their employers asks for it. */
  askedByEmployers(personId: string): Promise<void>;
}
export interface PracticalCourse extends AssessedCourse {
  items: PracticalSettings['items'];
}

/** A published course of one practical: its first and third item are critical. */
export async function practicalCourse(
  t: TestApp,
  assessors: PracticalSettings['assessors'],
  photos = true,
): Promise<PracticalCourse> {
  const items = ['Finds the service', 'Marks it', 'Digs by hand'].map((text, i) => ({
    id: uuid(),
    text,
    critical: i !== 1,
  }));
  const settings: PracticalSettings = { kind: 'practical', instructions: 'In the field.', items, assessors, photos };
  return { ...(await assessedCourse(t, settings, 36)), items };
}

/** A published course of one evidence activity. */
export function evidenceCourse(
  t: TestApp,
  given: Partial<EvidenceSettings> = {},
  validityMonths: number | null = 60,
): Promise<AssessedCourse> {
  return assessedCourse(
    t,
    {
      kind: 'evidence',
      instructions: '',
      issuers: [],
      numberNeeded: true,
      expiry: 'optional',
      fileNeeded: true,
      ...given,
    },
    validityMonths,
  );
}

export interface SurveyCourse extends AssessedCourse {
  questions: SurveySettings['questions'];
}

/** A published course of one survey with a question of every kind, in their order; the first and the third are required. */
export async function surveyCourse(t: TestApp, anonymous: boolean): Promise<SurveyCourse> {
  const choices = ['Pay', 'People', 'Travel'].map((text) => ({ id: uuid(), text }));
  const bodies: SurveySettings['questions'][number]['body'][] = [
    { type: 'single', choices },
    { type: 'multiple', choices },
    { type: 'scale', low: 'Never', high: 'Always' },
    { type: 'short-text' },
    { type: 'long-text' },
  ];
  const questions = bodies.map((body, i) => ({
    id: uuid(),
    text: `Question ${i + 1}`,
    required: i % 2 === 0 && i < 4,
    body,
  }));
  const course = await assessedCourse(t, { kind: 'survey', instructions: '', anonymous, questions }, null);
  return { ...course, questions };
}

async function assessedCourse(
  t: TestApp,
  settings: PracticalSettings | EvidenceSettings | SurveySettings,
  validityMonths: number | null,
): Promise<AssessedCourse> {
  const activityId = uuid();
  const title = `Course ${activityId.slice(-6)}`;
  const courseId = await t.make.course({ title });
  const versionId = await t.make.courseVersion({ courseId, validityMonths: validityMonths ?? undefined });
  await t.db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings) values ($1, $2, $1, 1, $3, $4, $5)`,
    [activityId, versionId, settings.kind, `The ${settings.kind}`, JSON.stringify(settings)],
  );
  await t.make.publish(versionId);
  const assign = async (personId: string): Promise<void> => {
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, '2090-01-01')`,
      [uuid(), personId, courseId, AT],
    );
  };
  const askedByEmployers = async (personId: string): Promise<void> => {
    await t.db.sql(
      `with owed as (select a.id, e.id as engagement_id, gen_random_uuid() as request_id
         from assignment a join engagement e on e.person_id = a.person_id where a.person_id = $1 and a.course_id = $2),
       q as (insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
         select request_id, $2, 'w', '{}', 'given', $1, $3 from owed)
       insert into assignment_reason (id, assignment_id, kind, engagement_id, request_id, since)
       select request_id, id, 'person', engagement_id, request_id, $3 from owed`,
      [personId, courseId, AT],
    );
  };
  return { courseId, versionId, activityId, title, assign, askedByEmployers };
}
