import type { AddPersonRequest } from '@lms/contracts';
import { formTexts } from '../texts/form.js';
import { emptyEngagement, engagementRequest, missingOfEngagement, type EngagementValues } from './engagement-values.js';
import { emptyPerson, missingOfPerson, personRequest, type PersonValues } from './person-values.js';

export interface NewPersonValues {
  person: PersonValues;
  engagement: EngagementValues;
  signInName: string;
  invite: boolean;
}

export const emptyNewPerson: NewPersonValues = {
  person: emptyPerson,
  engagement: emptyEngagement,
  signInName: '',
  invite: true,
};

/** Where an invitation would go, and what the sign-in name is when none is chosen. */
export const addressOf = ({ person, engagement }: NewPersonValues): string =>
  engagement.workEmail.trim() || person.contactEmail.trim();

export const newPersonRequest = (values: NewPersonValues): AddPersonRequest => ({
  person: personRequest(values.person),
  engagement: engagementRequest(values.engagement),
  signInName: values.signInName.trim() || null,
  invite: values.invite,
});

const within = (prefix: string, missing: Record<string, string>) =>
  Object.fromEntries(Object.entries(missing).map(([name, sentence]) => [`${prefix}.${name}`, sentence]));

/** What is missing, by the path of the field. */
export function missingOfNewPerson(values: NewPersonValues): Record<string, string> {
  return {
    ...within('person', missingOfPerson(values.person)),
    ...within('engagement', missingOfEngagement(values.engagement)),
    ...(values.invite && !addressOf(values) ? { 'person.contactEmail': formTexts.t('new.needsEmail') } : {}),
  };
}
