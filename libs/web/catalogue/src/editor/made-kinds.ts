import type { SettingsKind } from './kinds/first-settings.js';

/** What is made here and not uploaded. */
export type MadeKind = SettingsKind | 'in-person';

export const MADE_KINDS: readonly MadeKind[] = ['page', 'quiz', 'survey', 'practical', 'evidence', 'link', 'in-person'];

/** The kind's place in the texts. */
export const madeKey = (kind: MadeKind) => (kind === 'in-person' ? 'inPerson' : kind);
