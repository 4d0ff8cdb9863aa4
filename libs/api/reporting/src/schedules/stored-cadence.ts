import type { ScheduleCadence } from '@lms/contracts';

/** The columns of a cadence: of a month, day 0 is its last. */
export interface StoredCadence {
  every: 'week' | 'month';
  onDay: number;
  atTime: string;
}

export const storedOf = (cadence: ScheduleCadence): StoredCadence => ({
  every: cadence.every,
  onDay: cadence.every === 'week' ? cadence.weekday : cadence.day === 'last' ? 0 : cadence.day,
  atTime: cadence.at,
});

export const cadenceOf = ({ every, onDay, atTime }: StoredCadence): ScheduleCadence =>
  every === 'week' ? { every, weekday: onDay, at: atTime } : { every, day: onDay === 0 ? 'last' : onDay, at: atTime };
