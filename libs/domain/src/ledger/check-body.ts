import { isLocalDate } from '../calendar/local-date.js';
import type { LedgerBody } from './body.js';

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isUuid = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const isHash = matches(/^[0-9a-f]{64}$/);
const isCode = matches(/^[a-z][a-z0-9-]*$/);
const isSeq: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isInstant: Check = (value) =>
  matches(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/)(value) &&
  isLocalDate(String(value).slice(0, 10));
// ASCII alone, so that sorting by UTF-16 units and by UTF-8 bytes is the same.
const isFieldName = /^[A-Za-z][A-Za-z0-9_-]*$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Exactly these members, each as its check demands. */
const shape =
  (members: Record<string, Check>): Check =>
  (value) => {
    if (!isObject(value)) return false;
    const keys = Object.keys(members);
    return (
      Object.keys(value).length === keys.length &&
      keys.every((key) => Object.hasOwn(value, key) && members[key]?.(value[key]) === true)
    );
  };

const isCompletion = shape({
  course: isUuid,
  courseVersion: isUuid,
  completedOn: isLocalDate,
  source: isCode,
  sourceId: isUuid,
  validUntil: (value) => value === null || isLocalDate(value),
});
const isRevocation = shape({ entry: isSeq, reasonCode: isCode });
const isPrivate: Check = (value) =>
  isObject(value) && Object.entries(value).every(([field, hash]) => isFieldName.test(field) && isHash(hash));
const isCommon = shape({
  v: (value) => value === 1,
  person: isUuid,
  seq: isSeq,
  kind: (value) => value === 'completion' || value === 'revocation',
  at: isInstant,
  fact: isObject,
  private: isPrivate,
  prev: isHash,
});

/** Whether a parsed value is a ledger body of version 1; a revocation must name an entry before itself. */
export const isLedgerBody = (value: unknown): value is LedgerBody => {
  if (!isCommon(value) || !isObject(value) || !isObject(value.fact)) return false;
  if (value.kind === 'completion') return isCompletion(value.fact);
  return isRevocation(value.fact) && Number(value.fact.entry) < Number(value.seq);
};
