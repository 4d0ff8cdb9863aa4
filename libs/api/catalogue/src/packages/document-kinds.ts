/** Documents besides PDF, by the end of their name. They are offered as a download, and read with what people have. */
export interface DocumentKind {
  readonly is: 'office' | 'open-document' | 'picture' | 'text';
  /** What it is called in a list of files. */
  readonly words: string;
  readonly mediaType: string;
  /** Of Office: the part that makes it this kind. */
  readonly part?: RegExp;
}

const office = (words: string, name: string, part: RegExp): DocumentKind => ({
  is: 'office',
  words,
  mediaType: `application/vnd.openxmlformats-officedocument.${name}`,
  part,
});
const openDocument = (words: string, name: string): DocumentKind => ({
  is: 'open-document',
  words,
  mediaType: `application/vnd.oasis.opendocument.${name}`,
});
const picture = (words: string, name: string): DocumentKind => ({ is: 'picture', words, mediaType: `image/${name}` });

const KINDS: Readonly<Record<string, DocumentKind>> = {
  docx: office('Word document', 'wordprocessingml.document', /^word\/[^/]+\.xml$/),
  xlsx: office('Excel workbook', 'spreadsheetml.sheet', /^xl\/[^/]+\.xml$/),
  pptx: office('PowerPoint presentation', 'presentationml.presentation', /^ppt\/[^/]+\.xml$/),
  odt: openDocument('OpenDocument text', 'text'),
  ods: openDocument('OpenDocument spreadsheet', 'spreadsheet'),
  odp: openDocument('OpenDocument presentation', 'presentation'),
  png: picture('PNG', 'png'),
  jpg: picture('JPEG', 'jpeg'),
  jpeg: picture('JPEG', 'jpeg'),
  webp: picture('WebP', 'webp'),
  txt: { is: 'text', words: 'Text', mediaType: 'text/plain' },
  csv: { is: 'text', words: 'CSV', mediaType: 'text/csv' },
};

/** Formats in which a program can hide in any file, with what to save it as. */
const OLD: Readonly<Record<string, string>> = { doc: '.docx', xls: '.xlsx', ppt: '.pptx', rtf: '.docx' };

export const endingOf = (name: string): string => /\.([a-z0-9-]{1,20})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';

export const documentKindOf = (ending: string): DocumentKind | undefined =>
  Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;

/** What to save an old kind of document as; undefined for what is not one. */
export const savedInsteadOf = (ending: string): string | undefined =>
  Object.hasOwn(OLD, ending) ? OLD[ending] : undefined;
