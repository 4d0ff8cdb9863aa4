/** Every address of the app, in one place. */
export const paths = {
  today: '/',
  record: '/record',
  /** Where anybody checks a certificate, with or without its serial. */
  verify: '/verify',
  verifyCode: (code: string) => `/verify/${code}`,
  /** What one has to do for others on their paths. */
  tasks: '/tasks',
  catalogue: '/catalogue',
  /** A course as somebody sees it who may or may not take it. */
  catalogueCourse: (courseId: string) => `/catalogue/${courseId}`,
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
  /** Recording a completion by hand; in the place of another with its number. */
  recordCompletion: (personId: string, replaces?: number) =>
    `/people/${personId}/record/new${replaces === undefined ? '' : `?replaces=${replaces}`}`,
  takeBack: (personId: string, seq: number) => `/people/${personId}/record/${seq}/take-back`,
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
  /** A version as its learners will see it, and one of its activities. */
  preview: (versionId: string, activityId?: string) =>
    activityId ? `/preview/${versionId}/${activityId}` : `/preview/${versionId}`,
  recordInPerson: (courseId: string) => `/courses/${courseId}/record-in-person`,
  /** What learners report of a course, and what a lesson did in one attempt. */
  problems: (courseId: string) => `/courses/${courseId}/problems`,
  attemptLog: (courseId: string, attemptId: string) => `/courses/${courseId}/attempts/${attemptId}/log`,
  /** Files that courses share. */
  resources: '/resources',
  resource: (id: string) => `/resources/${id}`,
  paths: '/paths',
  newPath: '/paths/new',
  path: (id: string) => `/paths/${id}`,
  pathProgress: (id: string) => `/paths/${id}/progress`,
  reviews: '/reviews',
  questionBanks: '/question-banks',
  questionBank: (id: string) => `/question-banks/${id}`,
  importQuestions: (bankId: string) => `/question-banks/${bankId}/import`,
  newQuestion: (bankId: string) => `/question-banks/${bankId}/questions/new`,
  question: (bankId: string, id: string) => `/question-banks/${bankId}/questions/${id}`,
  /** Practicals that wait for a signature, and one of them. */
  assess: '/assess',
  assessment: (id: string) => `/assess/${id}`,
  /** Cards and certificates that wait for a check; one of them; and sending one for somebody else. */
  evidence: '/evidence',
  evidenceItem: (id: string) => `/evidence/${id}`,
  sendEvidence: '/evidence/new',
  outbox: '/outbox',
  mail: (id: string) => `/outbox/${id}`,
} as const;

/** The same addresses as patterns for the router. */
export const patterns = {
  catalogueCourse: '/catalogue/:courseId',
  course: '/courses/:courseId',
  activity: '/courses/:courseId/activities/:activityId',
  person: '/people/:personId',
  personRecord: '/people/:personId/record',
  recordCompletion: '/people/:personId/record/new',
  takeBack: '/people/:personId/record/:seq/take-back',
  verifyCode: '/verify/:code',
  organisation: '/organisations/:organisationId',
  manageCourse: '/courses/:courseId/manage',
  preview: '/preview/:versionId',
  previewActivity: '/preview/:versionId/:activityId',
  recordInPerson: '/courses/:courseId/record-in-person',
  problems: '/courses/:courseId/problems',
  attemptLog: '/courses/:courseId/attempts/:attemptId/log',
  resource: '/resources/:resourceId',
  path: '/paths/:pathId',
  pathProgress: '/paths/:pathId/progress',
  questionBank: '/question-banks/:bankId',
  importQuestions: '/question-banks/:bankId/import',
  newQuestion: '/question-banks/:bankId/questions/new',
  question: '/question-banks/:bankId/questions/:questionId',
  assessment: '/assess/:assessmentId',
  evidenceItem: '/evidence/:submissionId',
  mail: '/outbox/:mailId',
} as const;
