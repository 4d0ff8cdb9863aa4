/** Every address of the app, in one place. */
export const paths = {
  today: '/',
  record: '/record',
  account: '/account',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  forgotten: '/forgotten',
  link: '/link',
  privacyNotice: '/privacy-notice',
  choosePassword: '/choose-password',
  /** A course as its learner sees it, and one of its activities in the player. */
  course: (courseId: string) => `/courses/${courseId}`,
  activity: (courseId: string, activityId: string) => `/courses/${courseId}/activities/${activityId}`,
  people: '/people',
  newPerson: '/people/new',
  person: (id: string) => `/people/${id}`,
  personRecord: (id: string) => `/people/${id}/record`,
  organisations: '/organisations',
  organisation: (id: string) => `/organisations/${id}`,
  schemes: '/schemes',
  courses: '/courses',
  newCourse: '/courses/new',
  /** A course as its authors see it. */
  manageCourse: (id: string) => `/courses/${id}/manage`,
  recordInPerson: (courseId: string) => `/courses/${courseId}/record-in-person`,
  paths: '/paths',
  newPath: '/paths/new',
  path: (id: string) => `/paths/${id}`,
  pathProgress: (id: string) => `/paths/${id}/progress`,
  reviews: '/reviews',
  outbox: '/outbox',
  mail: (id: string) => `/outbox/${id}`,
} as const;

/** The same addresses as patterns for the router. */
export const patterns = {
  course: '/courses/:courseId',
  activity: '/courses/:courseId/activities/:activityId',
  person: '/people/:personId',
  personRecord: '/people/:personId/record',
  organisation: '/organisations/:organisationId',
  manageCourse: '/courses/:courseId/manage',
  recordInPerson: '/courses/:courseId/record-in-person',
  path: '/paths/:pathId',
  pathProgress: '/paths/:pathId/progress',
  mail: '/outbox/:mailId',
} as const;
