import type { ResourceKind } from '@lms/contracts';

const MB = 1024 * 1024;
const KINDS: Readonly<Record<string, ResourceKind>> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  mp4: 'video',
  m4v: 'video',
  webm: 'video',
  pdf: 'document',
  zip: 'package',
};
/** Documents besides PDF; a picture or a text is one where a document is wanted. */
const OFFICE = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];
export const OTHER_DOCUMENTS: readonly string[] = [...OFFICE, 'png', 'jpg', 'jpeg', 'webp', 'txt', 'csv'];

const LIMITS: Readonly<Record<ResourceKind, number>> = {
  image: 20 * MB,
  video: 2048 * MB,
  document: 200 * MB,
  package: 2048 * MB,
  file: 200 * MB,
};

/** What a file chooser offers for each kind; anything for a file. */
export const ACCEPTED: Readonly<Record<ResourceKind, string>> = {
  image: '.png,.jpg,.jpeg,.webp,.gif',
  video: '.mp4,.m4v,.webm',
  document: ['pdf', ...OTHER_DOCUMENTS].map((ending) => `.${ending}`).join(','),
  package: '.zip',
  file: '',
};

export type WrongFile = 'empty' | 'large' | 'otherKind';

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** The kind of a file by its ending; the API looks into the file itself. */
export function resourceKindOf(name: string): ResourceKind {
  const ending = endingOf(name);
  if (OFFICE.includes(ending)) return 'document';
  return Object.hasOwn(KINDS, ending) ? (KINDS[ending] ?? 'file') : 'file';
}

/** Why a file is not sent at all; null when it is. `kinds` are those that are wanted: a PDF or a zip is also a file. */
export function wrongWith(file: Pick<File, 'name' | 'size'>, kinds: readonly ResourceKind[]): WrongFile | null {
  const kind = kindFor(file.name, kinds);
  if (kind === null) return 'otherKind';
  if (file.size === 0) return 'empty';
  return file.size > LIMITS[kind] ? 'large' : null;
}

/** The wanted kind as which a file is sent. */
export function kindFor(name: string, kinds: readonly ResourceKind[]): ResourceKind | null {
  const kind = resourceKindOf(name);
  if (kinds.includes(kind)) return kind;
  if (kinds.includes('document') && OTHER_DOCUMENTS.includes(endingOf(name))) return 'document';
  return kinds.includes('file') && (kind === 'package' || kind === 'document') ? 'file' : null;
}
