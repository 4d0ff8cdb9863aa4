import { type Ctx, csvOf, Sql } from '@lms/api-platform';
import type { SurveyResultsQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { askedIn, surveyLineage } from './survey-lineage.js';

interface Sheet {
  name: string;
  version: number;
  day: string;
  /** By the question as it was asked. */
  words: { question: string; answer: string }[];
}

/** $1 lineage, $2 version or null, $3 from, $4 to, $5 who asks, $6 today. */
const SHEETS = `
  select concat_ws(' ', p.given_name, p.family_name) as name, s.version, s.on_day::text as day,
    survey_in_words(t.activity_id, s.answers) as words
  from survey_sheets($1, $2, $3, $4) s
  join attempt t on t.id = s.attempt_id
  join person p on p.id = t.person_id
  where t.person_id in (select people_in_scope($5, $6))
  order by s.on_day desc, p.family_name, p.given_name, t.id`;

/** Who answered what, where the survey asked with names: a row for each person within the reader's reach. */
@Injectable()
export class GetSurveyNamesFile {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, activityId: string, { version, from, to }: SurveyResultsQuery): Promise<string> {
    const { lineageId, versions } = await surveyLineage(this.sql, activityId);
    const sheets = await this.sql.rows<Sheet>('survey-sheets-by-name', SHEETS, [
      ...[lineageId, version ?? null, from ?? null, to ?? null, ctx.actor.personId, ctx.today],
    ]);
    const named = versions.filter(({ anonymous, number }) => !anonymous && (version ?? number) === number);
    const columns = [...new Set([...askedIn(named).map(({ text }) => text), ...olderWords(sheets)])];
    return csvOf(
      ['Name', 'Version', 'Day', ...columns],
      sheets.map(({ name, version: of, day, words }) => {
        const said = new Map(words.map(({ question, answer }) => [question, answer]));
        return [name, of, day, ...columns.map((question) => said.get(question) ?? '')];
      }),
    );
  }
}

/** Questions that an earlier version asked in other words. */
const olderWords = (sheets: readonly Sheet[]): string[] =>
  sheets.flatMap(({ words }) => words.map(({ question }) => question));
