import type { InviteSupplierRequest } from '@lms/contracts';
import type { Choice } from '../fields/choice.js';
import { supplierTexts } from '../texts/suppliers.js';

export interface OrganisationPart {
  kind: 'new' | 'existing';
  id: Choice | null;
  name: string;
  shortName: string;
  parentId: Choice | null;
  sponsorId: Choice | null;
}
export interface CoordinatorPart {
  kind: 'new' | 'known';
  personId: Choice | null;
  givenName: string;
  familyName: string;
  email: string;
  jobRole: string;
}
export interface SupplierValues {
  organisation: OrganisationPart;
  coordinator: CoordinatorPart;
  schemeIds: Choice[];
}

export const emptySupplier: SupplierValues = {
  organisation: { kind: 'new', id: null, name: '', shortName: '', parentId: null, sponsorId: null },
  coordinator: { kind: 'new', personId: null, givenName: '', familyName: '', email: '', jobRole: '' },
  schemeIds: [],
};

/** What was said of those whose names are nearly alike: that these are others. */
export interface Apart {
  organisation: boolean;
  coordinator: boolean;
}
/** Made once for each form, so that sending twice is once. */
export interface NewIds {
  organisation: string;
  coordinator: string;
}

export function supplierRequest(values: SupplierValues, ids: NewIds, apart: Apart): InviteSupplierRequest {
  const { organisation: o, coordinator: c } = values;
  const name = o.name.trim();
  return {
    organisation:
      o.kind === 'existing'
        ? { kind: 'existing', id: o.id?.value ?? '' }
        : {
            ...{ kind: 'new', id: ids.organisation, name, shortName: o.shortName.trim() || name.slice(0, 40).trim() },
            ...{
              parentId: o.parentId?.value ?? null,
              sponsorId: o.sponsorId?.value ?? null,
              apart: apart.organisation,
            },
          },
    coordinator:
      c.kind === 'known'
        ? { kind: 'known', personId: c.personId?.value ?? '' }
        : {
            ...{ kind: 'new', id: ids.coordinator, givenName: c.givenName.trim(), familyName: c.familyName.trim() },
            ...{ email: c.email.trim() || null, jobRole: c.jobRole.trim(), apart: apart.coordinator },
          },
    schemeIds: values.schemeIds.map(({ value }) => value),
  };
}

/** What is missing, by the path of the field. */
export function missingOfSupplier({ organisation: o, coordinator: c }: SupplierValues): Record<string, string> {
  const { t } = supplierTexts;
  const empty = (...names: ('givenName' | 'familyName' | 'jobRole')[]) =>
    Object.fromEntries(
      names.filter((name) => !c[name].trim()).map((name) => [`coordinator.${name}`, t(`needed.${name}`)]),
    );
  return {
    ...(o.kind === 'new' && !o.name.trim() ? { 'organisation.name': t('needed.name') } : {}),
    ...(o.kind === 'existing' && !o.id ? { 'organisation.id': t('needed.existing') } : {}),
    ...(c.kind === 'new' ? empty('givenName', 'familyName', 'jobRole') : {}),
    ...(c.kind === 'known' && !c.personId ? { 'coordinator.personId': t('needed.existing') } : {}),
  };
}
