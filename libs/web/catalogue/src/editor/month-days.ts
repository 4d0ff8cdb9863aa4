import { isMonthDay } from '@lms/domain';

/** "31/03, 30/09" as `MM-DD`; null when it is not days of a year, or none. */
export function monthDaysOf(text: string): string[] | null {
  const days = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [day = '', month = ''] = part.split('/');
      return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    });
  return days.length > 0 && days.length <= 12 && days.every(isMonthDay) ? days : null;
}

export const monthDaysText = (days: readonly string[]): string =>
  days.map((text) => text.split('-').reverse().join('/')).join(', ');
