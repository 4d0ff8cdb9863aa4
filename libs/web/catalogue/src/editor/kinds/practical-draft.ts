import type { PracticalItem, PracticalSettings } from '@lms/contracts';

/** What can be kept: everything that has words. */
export const kept = (items: readonly PracticalItem[]): PracticalItem[] =>
  items.filter(({ text }) => text.trim() !== '');

export const nobodySigns = ({ trainers, lineManagers, personIds }: PracticalSettings['assessors']): boolean =>
  !trainers && !lineManagers && personIds.length === 0;
