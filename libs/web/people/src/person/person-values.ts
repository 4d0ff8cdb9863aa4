import type { Person, SavePersonRequest } from '@lms/contracts';
import { commonTexts } from '../texts/common.js';

/** The details of a person as a form holds them: empty where nothing is known. */
export interface PersonValues {
  givenName: string;
  familyName: string;
  knownAs: string;
  contactEmail: string;
  phone: string;
}

export const emptyPerson: PersonValues = { givenName: '', familyName: '', knownAs: '', contactEmail: '', phone: '' };

export const personValues = (person: Person): PersonValues => ({
  givenName: person.givenName,
  familyName: person.familyName,
  knownAs: person.knownAs ?? '',
  contactEmail: person.contactEmail ?? '',
  phone: person.phone ?? '',
});

const optional = (text: string): string | null => text.trim() || null;

export const personRequest = (values: PersonValues): SavePersonRequest => ({
  givenName: values.givenName.trim(),
  familyName: values.familyName.trim(),
  knownAs: optional(values.knownAs),
  contactEmail: optional(values.contactEmail),
  phone: optional(values.phone),
});

/** What is missing, by the name of the field. Everything else the API knows better. */
export function missingOfPerson({ givenName, familyName }: PersonValues): Record<string, string> {
  const { t } = commonTexts;
  return {
    ...(givenName.trim() ? {} : { givenName: t('required.givenName') }),
    ...(familyName.trim() ? {} : { familyName: t('required.familyName') }),
  };
}
