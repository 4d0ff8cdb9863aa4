import { randomUUID } from 'node:crypto';
import { type Ctx, Invalid, NotFound, type ProblemField, Sql } from '@lms/api-platform';
import type { CommitResult, SendSurveyRequest, SurveySettings } from '@lms/contracts';
import { SHORT_ANSWER, SURVEY_GROUP, type SurveyFault, surveyFaults } from '@lms/domain';
import { Injectable } from '@nestjs/common';

const MINE = `
  select a.settings, t.state from attempt t join activity a on a.id = t.activity_id
  where t.id = $1 and t.person_id = $2 and t.state <> 'abandoned' and a.kind = 'survey'`;

/** Keeps the answers to a survey, with or without their sender as its author chose, and ends it. Twice is once. */
@Injectable()
export class SendSurvey {
  constructor(private readonly sql: Sql) {}

  /** NotFound for what is not the person's survey; Invalid with `answers.<question>` for what cannot be sent. */
  async run(ctx: Ctx, attemptId: string, { answers }: SendSurveyRequest): Promise<CommitResult> {
    const { personId } = ctx.actor;
    const mine = await this.sql.row<{ settings: SurveySettings; state: string }>('my-survey', MINE, [
      attemptId,
      personId,
    ]);
    if (!mine) throw new NotFound();
    const faults = mine.state === 'done' ? [] : surveyFaults(mine.settings.questions, answers);
    if (faults.length > 0) throw new Invalid(faults.map(fieldOf));
    const row = await this.sql.row<{ answer: CommitResult | null }>(
      'send-survey',
      'select send_survey($1, $2, $3, $4, $5, $6, $7) as answer',
      // An id by chance: one that counts would tell when it was made.
      [attemptId, personId, JSON.stringify(answers), randomUUID(), SURVEY_GROUP, ctx.now, ctx.today],
    );
    if (!row?.answer) throw new NotFound();
    return row.answer;
  }
}

const SENTENCES: Readonly<Record<SurveyFault['code'], string>> = {
  missing: 'Answer this question.',
  unfit: 'This is not an answer to this question. Open the survey again.',
  long: `Use ${SHORT_ANSWER} characters at most.`,
};

const fieldOf = ({ questionId, code }: SurveyFault): ProblemField => ({
  path: `answers.${questionId}`,
  message: SENTENCES[code],
});
