import { formatCount, type TextFunctions } from '@lms/web-platform';
import type { commonTexts } from '../texts/common.js';

type T = TextFunctions<(typeof commonTexts)['tree']>['t'];

/** "14 kB", "3 MB": whole, never none. */
export function bytesWords(t: T, bytes: number): string {
  const kb = Math.max(1, Math.round(bytes / 1000));
  return kb < 1000 ? t('bytes.kb', { n: formatCount(kb) }) : t('bytes.mb', { n: formatCount(Math.round(kb / 1000)) });
}
