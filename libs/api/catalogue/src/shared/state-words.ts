import type { VersionState } from '@lms/contracts';

export const STATE_WORDS: Record<VersionState, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  published: 'Published',
  retired: 'Retired',
};

interface Versions {
  publishedNumber: number | null;
  openVersion: { state: VersionState } | null;
}

/** What of a course or a path is in force, and what is being prepared. */
export function statesInWords({ publishedNumber, openVersion }: Versions): string {
  const shown = [publishedNumber !== null && STATE_WORDS.published, openVersion && STATE_WORDS[openVersion.state]];
  return shown.filter(Boolean).join(', ') || STATE_WORDS.retired;
}
