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
  /** Classrooms, webinars and toolbox talks; `/new`, `/book` and the numbers of sessions below it. One of them; booking people. */
  sessions: '/sessions',
  session: (id: string) => `/sessions/${id}`,
  bookSession: (query: Record<string, string> = {}) => `/sessions/book?${new URLSearchParams(query)}`,
  /** What one is booked for, and saying that one is there. */
  mySessions: '/my/sessions',
  checkIn: '/check-in',
  account: '/account',
  /** Which mails one gets. */
  reminders: '/account/reminders',
  /** What one was told. */
  notices: '/notices',
  /** From the link of a mail, with its token. */
  unsubscribe: '/unsubscribe',
  /** Where somebody who has left takes their record along, with the token of a mail after the #. */
  leaver: '/leaver',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  forgotten: '/forgotten',
  link: '/link',
  privacyNotice: '/privacy-notice',
  choosePassword: '/choose-password',
  /** Confirming that it is oneself, or setting up how; and looking after it later. */
  secondStep: '/second-step',
  mySecondStep: '/account/second-step',
  /** What the platform calls itself and looks like; and the outcomes that courses can serve. */
  settings: '/settings',
  outcomes: '/settings/outcomes',
  /** Where an administrator helps one person. */
  support: '/support',
  /** A course as its learner sees it, and one of its activities in the player. */
  course: (courseId: string) => `/courses/${courseId}`,
  activity: (courseId: string, activityId: string) => `/courses/${courseId}/activities/${activityId}`,
  people: '/people',
  /** Files that bring in many rows; giving one, of a kind; and one of them on its way. */
  imports: '/imports',
  newImport: (kind?: string) => (kind ? `/imports/new?kind=${kind}` : '/imports/new'),
  import: (id: string) => `/imports/${id}`,
  /** Recording a completion by hand; in the place of another with its number. */
  recordCompletion: (personId: string, replaces?: number) =>
    `/people/${personId}/record/new${replaces === undefined ? '' : `?replaces=${replaces}`}`,
  /** What one has recorded in person oneself. */
  recorded: '/recorded',
  takeBack: (personId: string, seq: number) => `/people/${personId}/record/${seq}/take-back`,
  /** Entries that may be one person twice; what was merged; and two of them side by side. */
  duplicates: '/people/duplicates',
  mergePeople: (keepId: string, mergeId: string) => `/people/merge?keep=${keepId}&merge=${mergeId}`,
  newPerson: '/people/new',
  /** Letting people in who have no e-mail address; one of them, or several with commas between their ids. */
  signInCards: (personId?: string) => (personId ? `/people/cards?person=${personId}` : '/people/cards'),
  person: (id: string) => `/people/${id}`,
  personRecord: (id: string) => `/people/${id}/record`,
  /** What somebody owes and why, exemptions and leave. */
  personAssignments: (id: string) => `/people/${id}/assignments`,
  /** What people have asked others to learn, and what waits for a second person; and asking. */
  requests: '/requests',
  newRequest: '/requests/new',
  /** The quizzes that somebody has tried, and giving more tries. */
  personQuizzes: (id: string) => `/people/${id}/quizzes`,
  /** Who may do what: every role of everybody. */
  roles: '/roles',
  organisations: '/organisations',
  organisation: (id: string) => `/organisations/${id}`,
  /** Asking an organisation in, with its coordinator. */
  inviteSupplier: '/suppliers/new',
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
  /** What the answers to one of its surveys come to. */
  surveyResults: (courseId: string, activityId: string) => `/courses/${courseId}/surveys/${activityId}`,
  attemptLog: (courseId: string, attemptId: string) => `/courses/${courseId}/attempts/${attemptId}/log`,
  /** Files that courses share. */
  resources: '/resources',
  resource: (id: string) => `/resources/${id}`,
  paths: '/paths',
  newPath: '/paths/new',
  path: (id: string) => `/paths/${id}`,
  pathProgress: (id: string) => `/paths/${id}/progress`,
  reviews: '/reviews',
  /** Assignment rules, and one of them; `version` shows that one. */
  rules: '/rules',
  audiences: '/rules/audiences',
  rule: (id: string, version?: string) => (version ? `/rules/${id}?version=${version}` : `/rules/${id}`),
  /** What counts as what; one of them, `version` shows that one; a new one, for a course; and ending one. */
  equivalences: '/equivalences',
  equivalencesOf: (courseId: string) => `/equivalences?course=${courseId}`,
  newEquivalence: (courseId?: string) => `/equivalences/new${courseId ? `?course=${courseId}` : ''}`,
  equivalence: (id: string, version?: string) =>
    version ? `/equivalences/${id}?version=${version}` : `/equivalences/${id}`,
  endEquivalence: (id: string) => `/equivalences/${id}/end`,
  /** What somebody brings from outside: recording it, and taking it back. */
  recordOutside: (personId: string) => `/people/${personId}/outside/new`,
  takeBackOutside: (personId: string, awardId: string) => `/people/${personId}/outside/${awardId}/take-back`,
  /** Why somebody has a course: oneself, or another person. */
  why: (courseId: string) => `/courses/${courseId}/why`,
  whyOf: (personId: string, courseId: string) => `/people/${personId}/courses/${courseId}/why`,
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
  /** The people of one's organisation, and of another below it; those who report to one. */
  crew: (organisationId?: string) => `/crew${organisationId ? `?organisation=${organisationId}` : ''}`,
  team: '/team',
  /** Totals and charts of whomever one sees. */
  overview: '/overview',
  /** People against what is required of them. */
  matrix: '/matrix',
  /** Who did what. */
  audit: '/audit',
  /** Everything known at a moment as one signed file. */
  auditPack: '/audit-pack',
  /** Lists that one asked for as files. */
  files: '/files',
  /** Lists that are made again and again; `/new`, `/received` and the numbers of schedules below it. */
  schedules: '/schedules',
  outbox: '/outbox',
  mail: (id: string) => `/outbox/${id}`,
  /** Everything that is kept about oneself, to take along. */
  myData: '/my-data',
  /** What is done for data protection: proposals, or `due`, `downloads`, `holds`, `decided`, `retention`. */
  dataProtection: (view?: string) => (view ? `/data-protection/${view}` : '/data-protection'),
  /** Signed files that say where every chain of the record ended on a day. */
  anchors: '/anchors',
  erasure: (id: string) => `/data-protection/erasures/${id}`,
  /** Hold, download and erasure of one person. */
  personData: (id: string) => `/people/${id}/data`,
} as const;

/** The same addresses as patterns for the router. */
export const patterns = {
  mergePeople: '/people/merge',
  import: '/imports/:importId',
  catalogueCourse: '/catalogue/:courseId',
  course: '/courses/:courseId',
  activity: '/courses/:courseId/activities/:activityId',
  person: '/people/:personId',
  personRecord: '/people/:personId/record',
  personAssignments: '/people/:personId/assignments',
  personQuizzes: '/people/:personId/quizzes',
  recordCompletion: '/people/:personId/record/new',
  takeBack: '/people/:personId/record/:seq/take-back',
  verifyCode: '/verify/:code',
  organisation: '/organisations/:organisationId',
  manageCourse: '/courses/:courseId/manage',
  preview: '/preview/:versionId',
  previewActivity: '/preview/:versionId/:activityId',
  recordInPerson: '/courses/:courseId/record-in-person',
  problems: '/courses/:courseId/problems',
  surveyResults: '/courses/:courseId/surveys/:activityId',
  attemptLog: '/courses/:courseId/attempts/:attemptId/log',
  resource: '/resources/:resourceId',
  path: '/paths/:pathId',
  pathProgress: '/paths/:pathId/progress',
  rule: '/rules/:ruleId',
  newEquivalence: '/equivalences/new',
  equivalence: '/equivalences/:equivalenceId',
  endEquivalence: '/equivalences/:equivalenceId/end',
  recordOutside: '/people/:personId/outside/new',
  takeBackOutside: '/people/:personId/outside/:awardId/take-back',
  why: '/courses/:courseId/why',
  whyOf: '/people/:personId/courses/:courseId/why',
  questionBank: '/question-banks/:bankId',
  importQuestions: '/question-banks/:bankId/import',
  newQuestion: '/question-banks/:bankId/questions/new',
  question: '/question-banks/:bankId/questions/:questionId',
  assessment: '/assess/:assessmentId',
  evidenceItem: '/evidence/:submissionId',
  mail: '/outbox/:mailId',
  dataProtection: '/data-protection/:view?',
  erasure: '/data-protection/erasures/:erasureId',
  personData: '/people/:personId/data',
} as const;
