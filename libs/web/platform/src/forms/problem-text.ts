import { ApiProblem } from '../api/api-problem.js';
import { formatTexts } from '../format/texts.js';

/** What went wrong as a sentence: the API's own where it wrote one. */
export function problemText(error: unknown): string {
  const { t } = formatTexts;
  if (!(error instanceof ApiProblem)) return t('problem.unexpected');
  if (error.code === 'no-signal') return t('problem.noSignal');
  if (error.code === 'changed-meanwhile') return t('problem.changed');
  if (error.message) return error.message;
  return error.status >= 500 ? t('problem.busy') : t('problem.unexpected');
}

/** What is wrong with one field, by its path in the request: `person.givenName`. */
export function fieldProblem(error: unknown, path: string): string | undefined {
  return error instanceof ApiProblem ? error.fields.find((field) => field.path === path)?.message : undefined;
}
