import type { JsonValue } from '../ledger/canonical.js';
import type { ActivityKind } from '../words/words.js';

/** An activity of a version, as far as two of them can differ. */
export interface ActivityContent {
  /** The same through all versions of its course. */
  readonly lineageId: string;
  readonly kind: ActivityKind;
  readonly title: string;
  /** Everything else about it by name: minutes, rule, file, captions, and its settings as `settings.passMark`. */
  readonly fields: Readonly<Record<string, JsonValue>>;
  /** Of a page: its words, without markup. */
  readonly text: string | null;
}

/** A version of a course, as far as two of them can differ. */
export interface VersionContent {
  /** Minutes, months of validity. */
  readonly settings: Readonly<Record<string, JsonValue>>;
  /** In their order. */
  readonly activities: readonly ActivityContent[];
}
