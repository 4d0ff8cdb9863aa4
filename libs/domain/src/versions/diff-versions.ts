import { canonicalise, type JsonValue } from '../ledger/canonical.js';
import type { ActivityKind } from '../words/words.js';
import { movedBetween } from './moved.js';
import type { ActivityContent, VersionContent } from './version-content.js';
import { wordDiff, type WordRun } from './word-diff.js';

/** One thing that differs. Undefined where one side does not have it at all. */
export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

export interface ActivityChange {
  readonly lineageId: string;
  readonly kind: ActivityKind;
  /** As it is called now, or was called last. */
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Its old place and its new one, from 0, when it stands elsewhere among the others. */
  readonly moved: { readonly from: number; readonly to: number } | null;
  /** What differs; all that it has, when it was added or removed. */
  readonly fields: readonly FieldChange[];
  /** Of a page: its words. Empty when only the look of them changed. */
  readonly words: readonly WordRun[] | null;
}

export interface VersionDiff {
  readonly settings: readonly FieldChange[];
  /** In the new order; what was removed stands where it was. What stayed as it was is left out. */
  readonly activities: readonly ActivityChange[];
}

const sameValue = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonicalise(a) === canonicalise(b);

type Fields = Readonly<Record<string, JsonValue>>;

function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

const fieldsOf = ({ title, kind, fields }: ActivityContent): Fields => ({ title, kind, ...fields });

/** What became of a version: its settings, and every activity that came, went, moved or is not what it was. */
export function diffVersions(before: VersionContent, after: VersionContent): VersionDiff {
  const old = new Map(before.activities.map((activity, index) => [activity.lineageId, { activity, index }]));
  const now = new Set(after.activities.map(({ lineageId }) => lineageId));
  const keys = (version: VersionContent): string[] => version.activities.map(({ lineageId }) => lineageId);
  const moved = movedBetween(keys(before), keys(after));
  const placed: { place: number; change: ActivityChange }[] = [];
  after.activities.forEach((activity, to) => {
    const earlier = old.get(activity.lineageId);
    const move = earlier && moved.has(activity.lineageId) ? { from: earlier.index, to } : null;
    const change = activityChange(earlier?.activity, activity, move);
    if (change) placed.push({ place: to, change });
  });
  before.activities.forEach((activity, index) => {
    if (now.has(activity.lineageId)) return;
    placed.push({ place: index - 0.5, change: goneOrCome('removed', activity) });
  });
  return {
    settings: fieldChanges(before.settings, after.settings),
    activities: placed.sort((a, b) => a.place - b.place).map(({ change }) => change),
  };
}

function goneOrCome(change: 'added' | 'removed', activity: ActivityContent): ActivityChange {
  const { lineageId, kind, title, text } = activity;
  const fields = fieldsOf(activity);
  const none: Fields = {};
  return {
    lineageId,
    kind,
    title,
    change,
    moved: null,
    fields: change === 'added' ? fieldChanges(none, fields) : fieldChanges(fields, none),
    words: text === null ? null : change === 'added' ? wordDiff('', text) : wordDiff(text, ''),
  };
}

function activityChange(
  before: ActivityContent | undefined,
  after: ActivityContent,
  moved: ActivityChange['moved'],
): ActivityChange | null {
  if (!before) return goneOrCome('added', after);
  const fields = fieldChanges(fieldsOf(before), fieldsOf(after));
  if (fields.length === 0 && !moved) return null;
  const { lineageId, kind, title } = after;
  const texts = before.text !== null || after.text !== null;
  const words = texts && fields.length > 0 ? wordDiff(before.text ?? '', after.text ?? '') : null;
  return { lineageId, kind, title, change: 'changed', moved, fields, words };
}
