import type { Tx } from '@lms/api-platform';
import type { Consequences } from '@lms/contracts';

type CourseLine = Consequences['courses'][number]['after'] & { courseId: string; title: string };
interface PathLine {
  id: string;
  title: string;
  done: number;
  total: number;
}

/** How a person stands, as far as a correction can change it. */
export interface Picture {
  courses: CourseLine[];
  paths: PathLine[];
  /** Serials of certificates that were not taken back. */
  certificates: string[];
}

const COURSES = `
  select s.course_id as "courseId", c.title, standing_on(s.*, $2::date) as standing, s.due_on::text as "dueOn",
    s.valid_until::text as "validUntil"
  from standing_dates s join course c on c.id = s.course_id where s.person_id = who_is($1) order by c.title, c.id`;

const PATHS = `
  select k.enrolment_id as id, p.title, k.done, k.total
  from path_counts((select array_agg(n.id) from path_enrolment n where n.person_id = who_is($1) and n.state = 'open'), $2::date) k
  join path_enrolment n on n.id = k.enrolment_id join learning_path p on p.id = n.path_id order by p.title`;

const CERTIFICATES = `
  select c.code from certificate c where c.person_id = any (persons_as(who_is($1))) and not is_revoked(c.person_id, c.seq) order by c.person_id, c.seq`;

export async function pictureOf(tx: Tx, personId: string, today: string): Promise<Picture> {
  const courses: CourseLine[] = await tx.query(COURSES, [personId, today]);
  const paths: PathLine[] = await tx.query(PATHS, [personId, today]);
  const certificates: { code: string }[] = await tx.query(CERTIFICATES, [personId]);
  return { courses, paths, certificates: certificates.map(({ code }) => code) };
}

/** Only what changes. */
export function consequencesOf(before: Picture, after: Picture): Consequences {
  const earlier = new Map(before.courses.map((line) => [line.courseId, line]));
  const stands = new Set(after.certificates);
  return {
    courses: after.courses.flatMap(({ courseId, title, ...now }) => {
      const was = earlier.get(courseId) ?? null;
      const same =
        was !== null && was.standing === now.standing && was.dueOn === now.dueOn && was.validUntil === now.validUntil;
      const then = was && { standing: was.standing, dueOn: was.dueOn, validUntil: was.validUntil };
      return same ? [] : [{ courseId, title, before: then, after: now }];
    }),
    paths: after.paths.flatMap(({ id, title, done, total }) => {
      const was = before.paths.find((path) => path.id === id);
      return was && was.done !== done ? [{ title, doneBefore: was.done, doneAfter: done, total }] : [];
    }),
    certificates: before.certificates.filter((code) => !stands.has(code)),
  };
}
