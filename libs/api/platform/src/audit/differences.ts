import type { History } from '@lms/contracts';

export type StoredRow = Readonly<Record<string, unknown>>;
type Field = History['items'][number]['fields'][number];

/** Columns that say nothing to a person. */
const HIDDEN = new Set(['id', 'version', 'person_id', 'created_at', 'engagement_id', 'granted_by', 'erased_at']);

/** The fields in which two states of a row differ, in words; `names` tells ids by name. */
export function differences(
  before: StoredRow | null,
  after: StoredRow | null,
  names: Readonly<Record<string, string>>,
): Field[] {
  const columns = Object.keys(after ?? before ?? {}).filter((c) => !HIDDEN.has(c));
  return columns.flatMap((column) => {
    const field = { name: column, before: inWords(before?.[column], names), after: inWords(after?.[column], names) };
    return field.before === field.after ? [] : [field];
  });
}

function inWords(value: unknown, names: Readonly<Record<string, string>>): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((v) => inWords(v, names)).join(', ');
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .flatMap(([name, one]) => {
          const text = inWords(one, names);
          return text === null ? [] : [`${name} ${text}`];
        })
        .join(', ') || null
    );
  const text = String(value);
  return names[text] ?? text;
}
