import type { Organisation, SaveOrganisationRequest } from '@lms/contracts';
import { choiceOf, type Choice } from '../fields/choice.js';
import { commonTexts } from '../texts/common.js';

export interface OrganisationValues {
  kind: Organisation['kind'];
  name: string;
  shortName: string;
  parentId: Choice | null;
  sponsorId: Choice | null;
}

/** What is added most often. */
export const emptyOrganisation: OrganisationValues = {
  kind: 'supplier',
  name: '',
  shortName: '',
  parentId: null,
  sponsorId: null,
};

export const organisationValues = (organisation: Organisation): OrganisationValues => ({
  kind: organisation.kind,
  name: organisation.name,
  shortName: organisation.shortName,
  parentId: choiceOf(organisation.parentId, organisation.parentName),
  sponsorId: choiceOf(organisation.sponsorId, organisation.sponsorName),
});

/** Only suppliers have somebody above them and a sponsor; what was chosen before the kind changed is left out. */
export const organisationRequest = (values: OrganisationValues): SaveOrganisationRequest => {
  const supplier = values.kind === 'supplier';
  return {
    kind: values.kind,
    name: values.name.trim(),
    shortName: values.shortName.trim(),
    parentId: supplier ? (values.parentId?.value ?? null) : null,
    sponsorId: supplier ? (values.sponsorId?.value ?? null) : null,
  };
};

export function missingOfOrganisation({ name, shortName }: OrganisationValues): Record<string, string> {
  const { t } = commonTexts;
  return {
    ...(name.trim() ? {} : { name: t('required.name') }),
    ...(shortName.trim() ? {} : { shortName: t('required.shortName') }),
  };
}

/** A value in words, as somebody else saved it. */
export function showOrganisation<Name extends keyof OrganisationValues>(
  name: Name,
  value: OrganisationValues[Name],
): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.label;
  return name === 'kind' ? commonTexts.t(`kind.${value}` as 'kind.client') : value;
}
