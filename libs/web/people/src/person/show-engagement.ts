import { formatDay } from '@lms/web-platform';
import { commonTexts } from '../texts/common.js';
import type { EngagementValues } from './engagement-values.js';

/** A value of the form in words, as somebody else saved it. */
export function showEngagement<Name extends keyof EngagementValues>(name: Name, value: EngagementValues[Name]): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((choice) => choice.label).join(', ');
  if (typeof value === 'object') return value.label;
  if (value === '') return '';
  if (name === 'startsOn' || name === 'endsOn') return formatDay(value);
  return name === 'employmentGroup' ? commonTexts.t(`group.${value}` as 'group.site') : value;
}
