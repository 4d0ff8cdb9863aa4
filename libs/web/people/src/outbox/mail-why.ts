import type { MailItem } from '@lms/contracts';
import type { TextFunctions } from '@lms/web-platform';
import type { outboxTexts } from '../texts/outbox.js';

type T = TextFunctions<(typeof outboxTexts)['tree']>['t'];

/** Why a mail has not arrived, in a sentence; null where there is nothing to say. */
export function mailWhy(t: T, { state, error, endedWhy }: MailItem): string | null {
  if (state !== 'failed') return null;
  return t(`why.${endedWhy ?? 'again'}`, { error: error ?? '–' });
}
