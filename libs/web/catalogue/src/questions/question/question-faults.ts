import { questionTexts } from '../texts.js';
import { bodyOf, numberIn, type QuestionDraft } from './question-draft.js';

const { t } = questionTexts;

/** What keeps a question from being saved, a sentence each; by the field that it stands at. */
export type Faults = Partial<Record<'text' | 'parts' | 'value' | 'tolerance', string>>;

const same = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const repeats = (texts: readonly string[]): boolean => new Set(texts.map(same)).size < texts.length;

export function faultsOf(draft: QuestionDraft): Faults {
  const parts = partsFault(draft);
  const numeric = draft.type === 'numeric';
  const tolerance = numberIn(draft.tolerance || '0');
  return {
    ...(draft.text.trim() === '' && { text: t('edit.textMissing') }),
    ...(parts && { parts }),
    ...(numeric && numberIn(draft.value) === null && { value: t('fault.number') }),
    ...(numeric && (tolerance === null || tolerance < 0) && { tolerance: t('fault.notNegative') }),
  };
}

function partsFault(draft: QuestionDraft): string | null {
  const body = bodyOf(draft);
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const right = body.choices.filter((choice) => choice.right).length;
      if (body.choices.length < 2) return t('fault.two');
      if (repeats(body.choices.map(({ text }) => text))) return t('fault.twice');
      if (body.type === 'single' && right !== 1) return t('fault.oneRight');
      return right === 0 ? t('fault.someRight') : null;
    }
    case 'matching':
      if (body.pairs.length < 2) return t('fault.two');
      if (body.pairs.some(({ left, right }) => !left || !right)) return t('fault.half');
      if (repeats(body.pairs.map(({ left }) => left))) return t('fault.twice');
      return new Set(body.pairs.map(({ right }) => same(right))).size < 2 ? t('fault.sameRights') : null;
    case 'ordering':
      if (body.items.length < 2) return t('fault.two');
      return repeats(body.items.map(({ text }) => text)) ? t('fault.twice') : null;
    case 'short-text':
      if (body.accepted.length === 0) return t('fault.accepted');
      return repeats(body.accepted) ? t('fault.twice') : null;
    default:
      return null;
  }
}
