import { type Ctx, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { type Candidate, closestWord, variants } from './closest-word.js';

interface Row {
  word: string;
  /** The word as it is, or the beginning of one, stands in something that the person may see. */
  known: boolean;
  candidates: Candidate[] | null;
}

/** More than anybody mistypes at once; each costs a search of the words. */
const MOST_WORDS = 8;

/**
 * For each word that was typed, the nearest words of the index that stand in a course this person may see: a word that
 * stands only in others is neither offered nor betrayed. $1 words, $2 their variants, $3 person, $4 today.
 */
const NEAR = `
  with me as materialized (select learner_keys($3, $4) as keys, own_courses($3) as own)
  select t.word, s.known, case when not s.known then (
    select json_agg(json_build_object('word', c.word, 'documents', n.documents)) from (
      (select w.word from search_word w order by w.word <-> t.word limit 40)
      union
      select w.word from search_word w where w.word = any ($2::text[])
    ) c cross join lateral (
      select count(*)::int as documents from (
        select from search_document d, me
        where d.words @@ plainto_tsquery('english', c.word) and course_visible(d.open_to, d.course_id, me.keys, me.own) limit 50
      ) x
    ) n where n.documents > 0
  ) end as candidates
  from unnest($1::text[]) with ordinality t(word, place)
  cross join lateral (
    select exists (
      select from search_document d, me
      where d.words @@ search_query(t.word, true) and course_visible(d.open_to, d.course_id, me.keys, me.own)
    ) as known
  ) s
  order by t.place`;

/** Finds out what somebody may have meant whose words stand nowhere. */
@Injectable()
export class CorrectQuery {
  constructor(private readonly sql: Sql) {}

  /** The same words with the unknown ones put right; undefined when there is nothing to put right, or no idea how. */
  async run(ctx: Ctx, typed: string): Promise<string | undefined> {
    const words = wordsOf(typed);
    if (words.length === 0) return undefined;
    const values = [words, words.flatMap(variants), ctx.actor.personId, ctx.today];
    const rows = await this.sql.rows<Row>('catalogue-near-words', NEAR, values);
    const corrected = rows.map(({ word, known, candidates }) =>
      known ? word : (closestWord(word, candidates ?? []) ?? word),
    );
    const meant = corrected.join(' ');
    return meant === words.join(' ') ? undefined : meant;
  }
}

const wordsOf = (typed: string): string[] =>
  typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
