import type { PreviewPerson } from '@lms/contracts';
import { formatDay, type TextFunctions, type Texts } from '@lms/web-platform';
import type { ruleTexts } from '../texts/rules.js';

type T = TextFunctions<typeof ruleTexts extends Texts<infer Tree> ? Tree : never>['t'];

/** By when somebody owes it, or from which day their path counts; what is held is renewed by then. */
export function dayThen(t: T, path: boolean, owed: boolean, day: string | null, valid: boolean): string {
  if (!owed) return valid ? '' : t(path ? 'preview.notOnIt' : 'preview.notOwed');
  if (day === null) return t('preview.noDate');
  return valid ? t('preview.renewBy', { day: formatDay(day) }) : formatDay(day);
}

/** Why somebody is in the list as they are, in a few words. */
export function whyOf(t: T, path: boolean, person: PreviewPerson): string {
  const { effect, owedBefore, owedAfter, policyDueOn, valid, exemptUntil } = person;
  if (effect === 'loses') {
    if (owedAfter) return t(path ? 'preview.why.staysOnPath' : 'preview.why.stays');
    return valid ? t('preview.why.valid') : t('preview.why.noMore');
  }
  if (policyDueOn !== null) return t('preview.why.tooSoon', { day: formatDay(policyDueOn) });
  if (effect === 'moves') return t(path ? 'preview.why.movesPath' : 'preview.why.moves');
  if (valid) return t('preview.why.valid');
  if (exemptUntil !== null) return t('preview.why.exempt', { day: formatDay(exemptUntil) });
  if (effect === 'keeps') return t('preview.why.keeps');
  return t(owedBefore ? 'preview.why.owed' : 'preview.why.asked');
}
