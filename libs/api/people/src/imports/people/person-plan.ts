import type { CheckedRow } from '@lms/api-imports';
import type { EmploymentGroup } from '@lms/domain';

/** What a row writes of the person; a new one has all of it, a known one what changes. */
export interface PlannedPerson {
  givenName?: string;
  familyName?: string;
  knownAs?: string | null;
  contactEmail?: string | null;
  phone?: string | null;
}
export interface PlannedEngagement {
  jobRole?: string;
  employmentGroup?: EmploymentGroup;
  schemeIds?: string[];
  tags?: string[];
  workEmail?: string | null;
  startsOn?: string;
  endsOn?: string | null;
}

export interface PersonPlan {
  /** Null for somebody new. */
  personId: string | null;
  /** Null for a new engagement. */
  engagementId: string | null;
  organisationId: string;
  employeeNumber: string;
  person: PlannedPerson;
  engagement: PlannedEngagement;
  /** The line manager, as organisation and number, because they may be new too; null takes the manager away. */
  manager?: string | null;
}
/** Somebody whom the file leaves out. */
export interface LeavingPlan {
  leaving: string;
  endsOn: string;
}

export type CheckedPerson = CheckedRow & {
  plan: PersonPlan | LeavingPlan | null;
  /** The line manager, where they are there already. */
  managerId?: string | null;
};

/** The key of people's rows. */
export const identityOf = (organisationId: string, number: string): string =>
  `${organisationId}|${number.toLowerCase()}`;
