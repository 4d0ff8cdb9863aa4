import type { SaveSchemeRequest, Scheme } from '@lms/contracts';
import { formatDay } from '@lms/web-platform';
import { commonTexts } from '../texts/common.js';

export interface SchemeValues {
  code: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

export const emptyScheme: SchemeValues = { code: '', name: '', startsOn: '', endsOn: '' };

export const schemeValues = (scheme: Scheme): SchemeValues => ({
  code: scheme.code,
  name: scheme.name,
  startsOn: scheme.startsOn ?? '',
  endsOn: scheme.endsOn ?? '',
});

export const schemeRequest = (values: SchemeValues): SaveSchemeRequest => ({
  code: values.code.trim(),
  name: values.name.trim(),
  startsOn: values.startsOn || null,
  endsOn: values.endsOn || null,
});

export function missingOfScheme({ code, name, startsOn, endsOn }: SchemeValues): Record<string, string> {
  const { t } = commonTexts;
  return {
    ...(code.trim() ? {} : { code: t('required.code') }),
    ...(name.trim() ? {} : { name: t('required.name') }),
    ...(startsOn && endsOn && endsOn < startsOn ? { endsOn: t('required.endBeforeStart') } : {}),
  };
}

/** A value in words, as somebody else saved it. */
export const showScheme = (name: keyof SchemeValues, value: string): string =>
  value && (name === 'startsOn' || name === 'endsOn') ? formatDay(value) : value;
