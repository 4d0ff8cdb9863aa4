import type { CompletionRule, FieldChange } from '@lms/contracts';
import { ACTIVITY_KINDS, ANCHORS, LAPSES } from '@lms/domain';
import { formatMinutes, type TextFunctions, type Texts } from '@lms/web-platform';
import { kindText } from '../../courses/words.js';
import { type ActivityT, ruleText } from '../../editor/activity-facts.js';
import type { BuilderT } from '../../editor/step-text.js';
import { builderTexts } from '../../texts/builder.js';
import type { courseTexts } from '../../texts/courses.js';

type Value = FieldChange['before'];
type CourseT = TextFunctions<typeof courseTexts extends Texts<infer Tree> ? Tree : never>['t'];
export interface ValueWords {
  builder: BuilderT;
  activity: ActivityT;
  course: CourseT;
}

type Known = Exclude<keyof (typeof builderTexts)['tree']['changes']['field'], 'other'>;
const isKnown = (name: string): name is Known => name !== 'other' && name in builderTexts.tree.changes.field;

const plainName = (field: string): string => field.replace(/^settings\./, '');

/** What a field of the comparison is called. */
export function fieldName(field: string, t: BuilderT): string {
  const name = plainName(field);
  return isKnown(name) ? t(`changes.field.${name}`) : t('changes.field.other', { name });
}

const isObject = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRule = (value: unknown): value is CompletionRule =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
/** One of the words, or the usual one where nothing is said. */
const oneOf = <T extends string>(words: readonly T[], value: Value, usual: T): T =>
  words.find((word) => word === value) ?? usual;
const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

/** A value in words, a line for each part of it; none for nothing. */
export function valueLines(field: string, value: Value, words: ValueWords): string[] {
  const { builder: t, activity, course } = words;
  const name = plainName(field);
  if (name === 'validityMonths') {
    return [value === null ? t('changes.forLife') : t('changes.months', { count: numberOf(value) })];
  }
  if (name === 'anchor') return [t(`changes.anchor.${oneOf(ANCHORS, value, 'previous-expiry')}`)];
  if (name === 'lapse') return [t(`changes.lapse.${oneOf(LAPSES, value, 'full')}`)];
  if (name === 'windowDays' && value === null) return ['30'];
  if (value === null || value === '') return [];
  switch (name) {
    case 'minutes':
    case 'coolDownMinutes':
    case 'timeLimitMinutes':
      return [formatMinutes(numberOf(value))];
    case 'poster':
      return isObject(value) ? [textOf(value['name'])] : [];
    case 'readAgain':
      return value === 'everyone' || value === 'unfinished' || value === 'nobody'
        ? [t(`changes.readAgain.${value}`)]
        : [];
    case 'outsideHosts':
      return Array.isArray(value) ? value.map(textOf) : [];
    case 'passMark':
      return [t('changes.percent', { value: numberOf(value) })];
    case 'kind':
      return ACTIVITY_KINDS.filter((kind) => kind === value).map((kind) => kindText(kind, course));
    case 'rule':
      return isRule(value) ? [ruleText(value, activity)] : [];
    case 'file':
      return isObject(value)
        ? [t('changes.file', { name: textOf(value['name']), size: sizeText(numberOf(value['size'])) })]
        : [];
  }
  if (typeof value === 'boolean') return [t(value ? 'changes.yes' : 'changes.no')];
  if (Array.isArray(value)) return value.map((part) => partLine(name, part, t));
  if (name === 'assessors' && isObject(value)) return assessorLines(value, t);
  return [typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)];
}

function partLine(name: string, part: Value, t: BuilderT): string {
  if (!isObject(part)) return String(part);
  if (name === 'sections') {
    const { bankId, tag, count } = part;
    const what = tag === null ? t('changes.allQuestions') : t('changes.tagged', { tag: textOf(tag) });
    const many = count === null ? t('changes.allOf') : t('changes.draws', { count: numberOf(count) });
    return t('changes.section', { bank: textOf(bankId), what, count: many });
  }
  if (name === 'items') {
    const text = textOf(part['text']);
    return part['critical'] === true ? t('changes.critical', { text }) : text;
  }
  if (name === 'questions') return surveyLine(part, t);
  return textOf(part['label']) || textOf(part['name']);
}

/** "Why do you leave? (Pay, Travel)" */
function surveyLine({ text, required, body }: { [key: string]: Value }, t: BuilderT): string {
  const choices = isObject(body) && Array.isArray(body['choices']) ? body['choices'] : [];
  const named = choices.map((choice) => (isObject(choice) ? textOf(choice['text']) : '')).join(', ');
  const asked = named ? t('changes.asked', { text: textOf(text), choices: named }) : textOf(text);
  return required === true ? asked : t('changes.askedOptional', { asked });
}

function assessorLines(value: { [key: string]: Value }, t: BuilderT): string[] {
  const { personIds } = value;
  return [
    ...(value['trainers'] === true ? [t('changes.trainers')] : []),
    ...(value['lineManagers'] === true ? [t('changes.lineManagers')] : []),
    ...(Array.isArray(personIds) ? personIds.map(textOf) : []),
  ];
}

/** "2.4 MB"; bytes in the steps that people know. */
export function sizeText(bytes: number): string {
  const units = ['kB', 'MB', 'GB'];
  let [size, unit] = [bytes / 1000, 0];
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
