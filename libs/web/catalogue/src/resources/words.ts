import type { ResourceRevision } from '@lms/contracts';
import { resourceTexts } from '../texts/resources.js';

/** How large a file is, as people say it: `48 MB`, `1.4 MB`, `35 kB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/** "PNG, 1200 × 800, 1.4 MB" */
export function factsOf({ summary, size }: Pick<ResourceRevision, 'summary' | 'size'>): string {
  const inWords = sizeInWords(size);
  return summary ? resourceTexts.t('facts', { summary, size: inWords }) : inWords;
}
