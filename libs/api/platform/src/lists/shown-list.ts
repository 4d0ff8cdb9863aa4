import type { ListName } from '@lms/contracts';
import type { Permission } from '@lms/domain';
import type { Ctx } from '../access/actor.js';

/** A word with the day that belongs to it, such as “Valid” and the last day of it. */
export interface DatedCell {
  word: string;
  /** YYYY-MM-DD. */
  day: string | null;
  /** Both in one cell, for files that have no dates of their own. */
  words: string;
}
export type ShownCell = string | number | null | DatedCell;

export interface ShownColumn {
  heading: string;
  /** What its cells hold. A `date` is given as YYYY-MM-DD. */
  type: 'text' | 'number' | 'date' | 'dated';
  /** Characters; else as wide as the heading asks for. */
  width?: number;
}

/** A list as somebody sees it, ready to be written into a file. */
export interface ShownList {
  title: string;
  /** How it was narrowed down, in words, a line each. */
  narrowed: readonly string[];
  columns: readonly ShownColumn[];
  /** How many of the first columns say whose row it is: they stay in sight, and are repeated where a page is too narrow. */
  fixed: number;
  /** How many rows there will be; null where only reading them tells. */
  total: number | null;
  rows: AsyncIterable<readonly ShownCell[]>;
}

/** What is no table but a file of its own, such as a ZIP of many. */
export interface ShownBytes extends Pick<ShownList, 'title' | 'narrowed' | 'total'> {
  /** The file, piece by piece; `told` hears how much of `total` is done, and stops it by throwing. */
  bytes(told: (done: number) => Promise<void>): AsyncIterable<Uint8Array>;
}

/** A list that can be had as a file. The feature that shows it registers it with {@link ListKinds}. */
export interface ListKind {
  name: ListName;
  /** What it is called, whatever it is narrowed down to. */
  title: string;
  /** Who may have it; of whom it tells is the scope's answer, as on the screen. */
  permission: Permission;
  /** Invalid for filters that the list has not at this moment. */
  check(filters: Readonly<Record<string, string>>, now: Date): void;
  /** What the reader sees through these filters, in the order of the screen. */
  show(ctx: Ctx, filters: Readonly<Record<string, string>>): Promise<ShownList | ShownBytes>;
}
