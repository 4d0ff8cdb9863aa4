import { londonDate, londonTime } from '@lms/domain';

/** The London day of an instant as the contract has it, for a column of dates. */
export const dayOf = (instant: string | null): string | null =>
  instant === null ? null : londonDate(new Date(instant));
/** `HH:MM` on a clock in London. */
export const timeOf = (instant: string | null): string | null =>
  instant === null ? null : londonTime(new Date(instant));
