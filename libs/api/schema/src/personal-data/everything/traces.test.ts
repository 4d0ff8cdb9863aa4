export const TODAY = '2026-06-01';
export const AT = '2026-06-01T09:00:00Z';
/** What somebody typed, or a lesson kept, or a file was called. */
export const WORD = 'marmalade';
/** Everything by which the person may be found again. */
export const TRACES = [
  'Zebedee',
  'Quillfeather',
  'Zeb',
  'zeb@home.test',
  '07700 900777',
  'zq-4711',
  'zeb.work@org.test',
  'zebq',
  'HCI-998877',
  WORD,
];
export const SHA = { evidence: 'e'.repeat(64), photo: 'f'.repeat(64), zip: 'd'.repeat(64), shared: 'c'.repeat(64) };
