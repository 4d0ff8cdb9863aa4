import { createHash, randomBytes } from 'node:crypto';
import { Conflict, type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { PreviewedQuiz, PreviewQuizRequest, QuizAnswer, QuizSettings } from '@lms/contracts';
import { drawnQuestion, drawQuestions, isBlank, ownAnswer, scoreQuiz, seededChance, shortfalls } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type AskedRevision, revisionOf, type RunRow } from '../quiz/run-row.js';
import { runView } from '../quiz/run-view.js';

interface Quiz {
  settings: QuizSettings;
  /** The questions of each section, by id of the revision. */
  pools: string[][];
  revisions: Record<string, AskedRevision> | null;
}

/** What was kept when it was published; in a draft, what would be asked if it were published now. $1 activity. */
const QUIZ = `
  with pool as materialized (
    select p.section, p.question_revision_id as id, p.position from quiz_pool p where p.activity_id = $1
    union all
    select q.section, q.question_revision_id, q.position
    from activity d join course_version v on v.id = d.course_version_id and v.state in ('draft', 'in-review')
    cross join lateral quiz_candidates(v.id) q
    where d.id = $1 and q.activity_id = $1
      and not exists (select from quiz_pool k where k.activity_id = $1)
  )
  select a.settings,
    (
      select coalesce(jsonb_agg(coalesce((
        select jsonb_agg(p.id order by p.position, p.id) from pool p where p.section = s.section
      ), '[]') order by s.section), '[]')
      from generate_series(0, jsonb_array_length(a.settings -> 'sections') - 1) s(section)
    ) as pools,
    (
      select jsonb_object_agg(r.id, jsonb_build_object('questionId', r.question_id, 'text', r.text, 'body', r.body,
        'safetyCritical', r.safety_critical, 'explanation', r.explanation))
      from question_revision r where r.id in (select id from pool)
    ) as revisions
  from activity a where a.id = $1 and a.kind = 'quiz'`;

/** One try at a quiz that is kept nowhere: the same seed draws the same questions again, to mark what was answered. */
@Injectable()
export class PreviewQuiz {
  constructor(private readonly sql: Sql) {}

  /** Without a seed a new try begins; with one it is handed in. Conflict `no-questions`. */
  async run(ctx: Ctx, activityId: string, { seed, answers }: PreviewQuizRequest): Promise<PreviewedQuiz> {
    const quiz = await this.sql.row<Quiz & Record<string, unknown>>('preview-quiz', QUIZ, [activityId]);
    if (!quiz) throw new NotFound();
    const drawnFrom = seed ?? randomBytes(24).toString('base64url');
    const run = draw(ctx, quiz, drawnFrom);
    return { seed: drawnFrom, run: runView(seed === null ? run : marked(run, answers, ctx.now), ctx.now) };
  }
}

function draw(ctx: Ctx, { settings, pools, revisions }: Quiz, seed: string): RunRow {
  const sections = settings.sections.map(({ count }, index) => ({ count, questions: pools[index] ?? [] }));
  if (sections.length === 0 || shortfalls(sections).length > 0) {
    throw new Conflict(
      'no-questions',
      'This quiz has too few questions to ask. Choose more of a bank, or fill the bank.',
    );
  }
  const chance = seededChance(seed, (text) => createHash('sha256').update(text).digest('hex'));
  const known = { revisions: revisions ?? {} };
  const drawn = drawQuestions(sections, settings.shuffleQuestions, chance).map((revisionId) => {
    const { body } = revisionOf(known, { id: '', revisionId, parts: [], rights: [] });
    return drawnQuestion(revisionId, body, settings.shuffleChoices, chance);
  });
  return {
    id: uuid(),
    attemptId: uuid(),
    personId: ctx.actor.personId,
    number: 1,
    startedAt: ctx.now,
    // Nobody is hurried while looking at it.
    endsAt: null,
    version: 0,
    drawn,
    answers: {},
    changeFrom: 0,
    lastChange: {},
    settings,
    ...known,
    ended: null,
  };
}

function marked(run: RunRow, given: PreviewQuizRequest['answers'], now: Date): RunRow {
  const answers: Record<string, QuizAnswer> = {};
  for (const { questionId, answer } of given) if (answer) answers[questionId] = answer;
  const answered = run.drawn.map((drawn) => {
    const { body, safetyCritical } = revisionOf(run, drawn);
    const answer = answers[drawn.id] ?? null;
    return { body, safetyCritical, answer: answer && !isBlank(answer) ? ownAnswer(drawn, answer) : null };
  });
  const { passed, ...outcome } = scoreQuiz(answered, run.settings.passMark);
  const result = { acknowledged: [], superseded: false, activityDone: passed, courseDone: false };
  return { ...run, answers, ended: { ...outcome, passed, result, handedInAt: now.toISOString(), outOfTime: false } };
}
