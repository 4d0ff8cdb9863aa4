import { csvOf, type CsvRow } from '@lms/api-platform';
import type { SurveyQuestionResult, SurveyResultsQuery } from '@lms/contracts';
import { SCALE } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { GetSurveyResults } from './survey-results.js';

/** More than anybody wrote: the file has every text. */
const EVERY_TEXT = 1_000_000;

/**
 * The same as on the screen for a spreadsheet: a row for each choice, point and text. It never says which answers came from
 * one sheet, because that could tell whose it is.
 */
@Injectable()
export class GetSurveyFile {
  constructor(private readonly results: GetSurveyResults) {}

  async run(activityId: string, query: SurveyResultsQuery): Promise<string> {
    const { questions } = await this.results.run(activityId, query, EVERY_TEXT);
    return csvOf(['Question', 'Answered by', 'Answer', 'Times'], questions.flatMap(rowsOf));
  }
}

function rowsOf(result: SurveyQuestionResult): CsvRow[] {
  const { question, answered, counts, texts } = result;
  const { body } = question;
  const counted = (answer: string, key: string): CsvRow => [question.text, answered, answer, counts[key] ?? 0];
  switch (body.type) {
    case 'single':
    case 'multiple':
      return body.choices.map(({ id, text }) => counted(text, id));
    case 'scale':
      return SCALE.map((point) => counted(String(point), String(point)));
    case 'short-text':
    case 'long-text':
      return texts.map((text) => [question.text, answered, text, 1]);
  }
}
