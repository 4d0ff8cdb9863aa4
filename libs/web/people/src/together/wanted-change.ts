import type { BulkChange } from '@lms/contracts';
import type { Choice } from '../fields/choice.js';

export const kinds = ['add-tag', 'remove-tag', 'add-scheme', 'remove-scheme', 'set-manager', 'end'] as const;

/** The dialog's fields; only those of the kind count. */
export interface Wanted {
  kind: (typeof kinds)[number];
  tag: string;
  scheme: Choice | null;
  manager: Choice | null;
  endsOn: string;
}

export const nothingYet: Wanted = { kind: 'add-tag', tag: '', scheme: null, manager: null, endsOn: '' };

/** The change as the API takes it, or the field that is missing. */
export function changeOf({ kind, tag, scheme, manager, endsOn }: Wanted): BulkChange | 'tag' | 'scheme' | 'endsOn' {
  switch (kind) {
    case 'add-tag':
    case 'remove-tag':
      return tag.trim() ? { kind, tag } : 'tag';
    case 'add-scheme':
    case 'remove-scheme':
      return scheme ? { kind, schemeId: scheme.value } : 'scheme';
    case 'set-manager':
      return { kind, lineManagerId: manager?.value ?? null };
    case 'end':
      return endsOn ? { kind, endsOn } : 'endsOn';
  }
}
