import type { Engagement, SaveEngagementRequest } from '@lms/contracts';
import { choiceOf, type Choice } from '../fields/choice.js';
import { commonTexts } from '../texts/common.js';
import { formTexts } from '../texts/form.js';

/** An engagement as a form holds it: choices with their names, empty where nothing is known. */
export interface EngagementValues {
  organisationId: Choice | null;
  employeeNumber: string;
  jobRole: string;
  employmentGroup: Engagement['employmentGroup'] | '';
  schemeIds: Choice[];
  /** Separated by commas. */
  tags: string;
  lineManagerId: Choice | null;
  workEmail: string;
  startsOn: string;
  endsOn: string;
}

export const emptyEngagement: EngagementValues = {
  organisationId: null,
  employeeNumber: '',
  jobRole: '',
  employmentGroup: '',
  schemeIds: [],
  tags: '',
  lineManagerId: null,
  workEmail: '',
  startsOn: '',
  endsOn: '',
};

export const engagementValues = (engagement: Engagement): EngagementValues => ({
  organisationId: choiceOf(engagement.organisationId, engagement.organisationName),
  employeeNumber: engagement.employeeNumber,
  jobRole: engagement.jobRole,
  employmentGroup: engagement.employmentGroup,
  schemeIds: engagement.schemes.map(({ id, name }) => ({ value: id, label: name })),
  tags: engagement.tags.join(', '),
  lineManagerId: choiceOf(engagement.lineManagerId, engagement.lineManagerName),
  workEmail: engagement.workEmail ?? '',
  startsOn: engagement.startsOn,
  endsOn: engagement.endsOn ?? '',
});

/** Only of values in which nothing is missing. */
export const engagementRequest = (values: EngagementValues): SaveEngagementRequest => ({
  organisationId: values.organisationId?.value ?? '',
  employeeNumber: values.employeeNumber.trim(),
  jobRole: values.jobRole.trim(),
  employmentGroup: values.employmentGroup || 'site',
  schemeIds: values.schemeIds.map((scheme) => scheme.value),
  tags: values.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
  lineManagerId: values.lineManagerId?.value ?? null,
  workEmail: values.workEmail.trim() || null,
  startsOn: values.startsOn,
  endsOn: values.endsOn || null,
});

/** What is missing or cannot be, by the name of the field. */
export function missingOfEngagement(values: EngagementValues): Record<string, string> {
  const { t } = commonTexts;
  const missing: Record<string, string> = {};
  if (!values.organisationId) missing['organisationId'] = t('required.organisation');
  if (!values.employeeNumber.trim()) missing['employeeNumber'] = t('required.employeeNumber');
  if (!values.jobRole.trim()) missing['jobRole'] = t('required.jobRole');
  if (!values.employmentGroup) missing['employmentGroup'] = formTexts.t('groupMissing');
  if (!values.startsOn) missing['startsOn'] = t('required.startsOn');
  else if (values.endsOn && values.endsOn < values.startsOn) missing['endsOn'] = t('required.endBeforeStart');
  return missing;
}
