import type { PracticalItem, PracticalSettings } from '@lms/contracts';
import { moveItem } from '../../components/move.js';

/** Items as they stand in the editor: one without words is not saved yet. */
export const withItem = (items: readonly PracticalItem[], id: string): PracticalItem[] => [
  ...items,
  { id, text: '', critical: false },
];

export const changeItem = (
  items: readonly PracticalItem[],
  id: string,
  change: Partial<PracticalItem>,
): PracticalItem[] => items.map((item) => (item.id === id ? { ...item, ...change } : item));

export const withoutItem = (items: readonly PracticalItem[], id: string): PracticalItem[] =>
  items.filter((item) => item.id !== id);

export const moved = (items: readonly PracticalItem[], id: string, by: -1 | 1): PracticalItem[] => [
  ...moveItem(
    items,
    items.findIndex((item) => item.id === id),
    by,
  ),
];

/** What can be kept: everything that has words. */
export const kept = (items: readonly PracticalItem[]): PracticalItem[] =>
  items.filter(({ text }) => text.trim() !== '');

export const nobodySigns = ({ trainers, lineManagers, personIds }: PracticalSettings['assessors']): boolean =>
  !trainers && !lineManagers && personIds.length === 0;
