import type { ActivitySettings } from '@lms/contracts';
import type { Trade } from '../organisations.js';
import type { ActivityKind, EmploymentGroup, OrganisationKind } from '../types.js';

export interface ActivityPlan {
  kind: ActivityKind;
  title: string;
  minutes: number | null;
  file?: string;
  captions?: string;
  /** Of the kinds without a file; `bankId` finds a question bank by its code. */
  settings?: (bankId: (code: string) => string) => ActivitySettings;
}

/** Who takes a course in the demo's past, and when: in truth this comes from paths, trades and nominations. */
export interface Need {
  groups?: readonly EmploymentGroup[];
  trades?: readonly Trade[];
  kinds?: readonly OrganisationKind[];
  /** 0 to 1 of the people it fits; everybody when left out. */
  share?: number;
  /** Days from the start of the engagement; of what is done on leaving, from its end. */
  dayOffset: number;
  leaving?: boolean;
}

export interface CoursePlan {
  code: string;
  title: string;
  summary: string;
  topics: string[];
  minutes: number;
  /** Months valid; null for life. */
  months: number | null;
  mandatory: boolean;
  activities: ActivityPlan[];
  needs: Need[];
  /** Days before today on which version 2 replaced version 1; one version only when left out. */
  revisedDaysAgo?: number;
  /** The course did not exist before so many days ago; it is as old as the Alliance when left out. */
  existsSinceDaysAgo?: number;
}

/** A day of training, in minutes, without breaks. */
export const day = 420;

export const inPerson = (title: string, minutes: number | null): ActivityPlan[] => [
  { kind: 'in-person', title, minutes },
];
