import { Conflict, type ProblemField, type Tx } from '@lms/api-platform';
import type { QuizSettings } from '@lms/contracts';
import { type PoolSection, quizLength, shortfalls } from '@lms/domain';

/** A quiz of a version with the questions that each of its sections may draw. */
export interface QuizSections {
  /** The place of the activity in its version, from 0. */
  index: number;
  title: string;
  sections: PoolSection[];
}

/** What one run may ask. */
const MOST_ASKED = 200;
/** What a quiz may draw from, so that it stays quick to begin. */
const MOST_POOLED = 2000;

interface Row {
  index: number;
  title: string;
  settings: QuizSettings;
  questions: (string[] | null)[];
}

/** The quizzes of a version, with what they would draw from if it were published now. */
export async function quizSectionsOf(tx: Tx, versionId: string): Promise<QuizSections[]> {
  const rows: Row[] = await tx.query(
    `with candidate as materialized (
       select activity_id, section, jsonb_agg(question_revision_id order by position) as questions
       from quiz_candidates($1) group by activity_id, section
     )
     select a.index::int, a.title, a.settings, (
       select coalesce(jsonb_agg(c.questions order by s.section), '[]')
       from generate_series(0, jsonb_array_length(a.settings -> 'sections') - 1) s(section)
       left join candidate c on c.activity_id = a.id and c.section = s.section
     ) as questions
     from (
       select id, kind, title, settings, position, row_number() over (order by position) - 1 as index
       from activity where course_version_id = $1
     ) a
     where a.kind = 'quiz' order by a.position`,
    [versionId],
  );
  return rows.map(({ index, title, settings, questions }) => ({
    index,
    title,
    sections: settings.sections.map(({ count }, at) => ({ count, questions: questions[at] ?? [] })),
  }));
}

/** What keeps a quiz from being asked, in sentences. A quiz without sections is looked at with the other settings. */
export function missingInQuiz({ title, sections }: QuizSections): string[] {
  const short = shortfalls(sections).map(({ section, wanted, left }) => {
    const place = sections.length > 1 ? `Section ${section + 1} of the quiz “${title}”` : `The quiz “${title}”`;
    const found = sections[section]?.questions.length ?? 0;
    if (found === 0) return `${place} has no questions to ask.`;
    const asks = `${place} asks ${wanted === 1 ? 'one question' : `${wanted} questions`}, but`;
    if (found < wanted) return `${asks} only ${found === 1 ? 'one is' : `${found} are`} there.`;
    return `${asks} other sections ask the same ones: ${left === 0 ? 'none is' : left === 1 ? 'one is' : `${left} are`} left for it.`;
  });
  const asked = quizLength(sections);
  const pooled = sections.reduce((sum, { questions }) => sum + questions.length, 0);
  return [
    ...short,
    ...(asked > MOST_ASKED ? [`The quiz “${title}” asks ${asked} questions; ${MOST_ASKED} are the most.`] : []),
    ...(pooled > MOST_POOLED
      ? [`The quiz “${title}” draws from ${pooled} questions; ${MOST_POOLED} are the most.`]
      : []),
  ];
}

/** All that keeps the version's quizzes from being asked. */
export async function missingInQuizzes(tx: Tx, versionId: string): Promise<ProblemField[]> {
  const quizzes = await quizSectionsOf(tx, versionId);
  return quizzes.flatMap((quiz) =>
    missingInQuiz(quiz).map((message) => ({ path: `activities.${quiz.index}`, message })),
  );
}

/** Conflict `not-ready`. */
export async function assertQuizzesReady(tx: Tx, versionId: string): Promise<void> {
  const missing = await missingInQuizzes(tx, versionId);
  if (missing.length > 0) throw new Conflict('not-ready', 'Something is still missing in this version.', missing);
}
