import { Sql } from '@lms/api-platform';
import type { SurveyResults, SurveyResultsQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { askedIn, surveyLineage } from './survey-lineage.js';

interface Tally {
  answered: number;
  counts: Record<string, number>;
  texts: string[];
}
interface Row {
  sheets: number;
  /** By question. */
  tallies: Record<string, Tally>;
}

/**
 * Texts come in the order of a hash, which has nothing to do with when they were written or what else their writer said.
 * $1 lineage, $2 version or null, $3 from, $4 to, $5 how many texts of a question at most.
 */
const TALLIES = `
  with sheets as materialized (select answers from survey_sheets($1, $2, $3, $4)),
  given as materialized (select g.key as question, g.value as answer from sheets s cross join lateral jsonb_each(s.answers) g),
  points as (
    select question, coalesce(answer ->> 'choice', answer ->> 'scale') as point from given where answer ?| array['choice', 'scale']
    union all
    select g.question, c from given g cross join lateral jsonb_array_elements_text(g.answer -> 'choices') c where g.answer ? 'choices'
  ), counted as (
    select question, jsonb_object_agg(point, n) as counts
    from (select question, point, count(*) as n from points group by question, point) p group by question
  ), told as (
    select question, (array_agg(answer ->> 'text' order by md5(answer ->> 'text')))[1:$5] as texts
    from given where answer ? 'text' group by question
  )
  select (select count(*)::int from sheets) as sheets, coalesce((
    select jsonb_object_agg(q.question, jsonb_build_object('answered', q.answered, 'counts', coalesce(c.counts, '{}'),
      'texts', coalesce(to_jsonb(t.texts), '[]')))
    from (select question, count(*) as answered from given group by question) q
    left join counted c using (question) left join told t using (question)), '{}') as tallies`;

const TEXTS_SHOWN = 100;

/** What the answers to a survey come to, of one version or all and of some days or all. */
@Injectable()
export class GetSurveyResults {
  constructor(private readonly sql: Sql) {}

  /** @param texts how many texts of a question at most */
  async run(
    activityId: string,
    { version, from, to }: SurveyResultsQuery,
    texts: number = TEXTS_SHOWN,
  ): Promise<SurveyResults> {
    const { lineageId, title, courseTitle, waiting, versions } = await surveyLineage(this.sql, activityId);
    const row = await this.sql.row<Row>('survey-tallies', TALLIES, [
      ...[lineageId, version ?? null, from ?? null, to ?? null, texts],
    ]);
    const asked = askedIn(versions.filter(({ number }) => version === undefined || number === version));
    return {
      title,
      courseTitle,
      anonymous: versions[0]?.anonymous ?? false,
      versions: versions.map(({ number, anonymous }) => ({ number, anonymous })),
      sheets: row?.sheets ?? 0,
      waiting,
      questions: asked.map((question) => ({
        question,
        ...(row?.tallies[question.id] ?? { answered: 0, counts: {}, texts: [] }),
      })),
    };
  }
}
