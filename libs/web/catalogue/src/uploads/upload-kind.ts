import type { UploadKind } from '@lms/contracts';
import { OTHER_DOCUMENTS } from '../resources/resource-file.js';
import type { uploadTexts } from '../texts/uploads.js';

const MB = 1024 * 1024;

/** Which kind of upload a file ending means, and how many bytes the API accepts of it. */
const kinds: Record<string, { kind: UploadKind; limit: number; limitText: string }> = {
  zip: { kind: 'package', limit: 2048 * MB, limitText: '2 GB' },
  mp4: { kind: 'video', limit: 2048 * MB, limitText: '2 GB' },
  m4v: { kind: 'video', limit: 2048 * MB, limitText: '2 GB' },
  webm: { kind: 'video', limit: 2048 * MB, limitText: '2 GB' },
  pdf: { kind: 'document', limit: 200 * MB, limitText: '200 MB' },
  ...Object.fromEntries(
    OTHER_DOCUMENTS.map((ending) => [ending, { kind: 'document' as const, limit: 200 * MB, limitText: '200 MB' }]),
  ),
  vtt: { kind: 'captions', limit: 2 * MB, limitText: '2 MB' },
};

/** What a file chooser offers. */
export const acceptedEndings = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(',');

export type Recognised = { kind: UploadKind } | { refusal: string };

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The kind of a file by its ending, or why it is not sent at all. The API looks into the file itself; this only saves
 * an author from sending two gigabytes to be told no.
 */
export function recogniseFile(file: Pick<File, 'name' | 'size'>, t: (typeof uploadTexts)['t']): Recognised {
  const ending = endingOf(file.name);
  if (ending === 'srt') return { refusal: t('refusal.srt') };
  const known = kinds[ending];
  if (!known) return { refusal: t(ending === 'mov' || ending === 'avi' ? 'refusal.video' : 'refusal.unknown') };
  if (file.size === 0) return { refusal: t('refusal.empty') };
  if (file.size > known.limit) return { refusal: t('refusal.large', { most: known.limitText }) };
  return { kind: known.kind };
}

/** The name of a file as a title to start from: without its ending, with spaces for what stands for them. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll('_', ' ')
    .trim();
  return [...(words || name)].slice(0, 120).join('');
}
