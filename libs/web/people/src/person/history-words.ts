import type { History } from '@lms/contracts';
import { formatDay } from '@lms/web-platform';
import { groups, oneOf, roles } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { historyTexts } from '../texts/history.js';

type Field = History['items'][number]['fields'][number];

/** A column's name in words; one that has none yet at least without its underscores. */
function fieldName(column: string): string {
  const known: Readonly<Record<string, string>> = historyTexts.tree.field;
  const plain = column.replaceAll('_', ' ');
  return column in known
    ? historyTexts.t(`field.${column}` as 'field.phone')
    : plain.charAt(0).toUpperCase() + plain.slice(1);
}

function inWords(column: string, value: string): string {
  const { t } = commonTexts;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  const group = column === 'employment_group' && oneOf(groups, value);
  if (group) return t(`group.${group}`);
  const role = column === 'role' && oneOf(roles, value);
  return role ? t(`role.${role}`) : value;
}

/** "Job role: Ganger, was Operative" */
export function fieldSentence({ name, before, after }: Field): string {
  const { t } = historyTexts;
  const field = fieldName(name);
  if (after === null) return t('cleared', { field, before: before === null ? '' : inWords(name, before) });
  if (before === null) return t('set', { field, after: inWords(name, after) });
  return t('changed', { field, after: inWords(name, after), before: inWords(name, before) });
}
