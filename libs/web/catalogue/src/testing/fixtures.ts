import type { Activity, Course, CourseItem, CourseVersion, Path, PathStep, PathVersion } from '@lms/contracts';

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const life = {
  createdByName: 'Helen Marsh',
  submittedById: null,
  submittedByName: null,
  submittedAt: null,
  approvedByName: null,
  publishedAt: null,
  returnedReason: null,
};

export const activity = (n: number, title: string, facts: Partial<Activity> = {}): Activity => ({
  id: id(n),
  version: 1,
  position: 1,
  kind: 'document',
  title,
  minutes: null,
  fileName: null,
  summary: null,
  completionRule: null,
  captions: [],
  noSpeech: false,
  lessons: null,
  outsideHosts: [],
  sha256: null,
  poster: null,
  readAgain: 'nobody',
  revised: false,
  settings: null,
  ...facts,
});

export const courseVersion = (n: number, facts: Partial<CourseVersion> = {}): CourseVersion => ({
  id: id(n),
  courseId: id(1),
  number: 1,
  state: 'draft',
  change: 'minor',
  begun: 'finish',
  oldEndsOn: null,
  news: '',
  version: 3,
  validityMonths: 24,
  renewal: {
    windowDays: 30,
    anchor: 'previous-expiry',
    dates: [],
    minActiveDays: 0,
    lapse: 'full',
    refresherDays: 0,
    refresherCourseId: null,
    remainderCourseId: null,
  },
  renewalCourses: [],
  minutes: 40,
  activities: [],
  ...life,
  ...facts,
});

export const course = (version: CourseVersion, facts: Partial<Course> = {}): Course => ({
  id: id(1),
  version: 7,
  code: 'TTM',
  title: 'Temporary traffic management',
  summary: '',
  topics: [],
  outcome: null,
  visibility: 'everyone',
  audience: { organisationKinds: [], employmentGroups: [] },
  selfEnrolment: false,
  givesCertificate: true,
  mandatory: true,
  mandatoryForced: false,
  ownerName: null,
  template: false,
  copiedFrom: null,
  versions: [version],
  ...facts,
});

export const courseItem = (n: number, title: string, facts: Partial<CourseItem> = {}): CourseItem => ({
  id: id(n),
  code: `C${n}`,
  title,
  mandatory: false,
  template: false,
  topics: [],
  publishedNumber: 1,
  openVersion: null,
  minutes: 30,
  validityMonths: null,
  activityKinds: ['document'],
  ...facts,
});

export const pathStep = (n: number, facts: Partial<PathStep> = {}): PathStep => ({
  id: id(n),
  key: id(n),
  kind: 'course',
  title: 'A step',
  courseId: null,
  coursePublished: true,
  learnerTitle: '',
  instructions: '',
  doer: null,
  dayOffset: null,
  optional: false,
  after: [],
  choice: null,
  ...facts,
});

export const pathVersion = (facts: Partial<PathVersion> = {}): PathVersion => ({
  id: id(61),
  pathId: id(60),
  number: 1,
  version: 4,
  state: 'draft',
  audience: { organisationKinds: [], employmentGroups: ['site'] },
  sequential: false,
  change: 'minor',
  running: 'stay',
  stages: [
    {
      id: id(70),
      title: 'Before you start',
      dayOffset: -7,
      choices: [],
      steps: [
        pathStep(71, { courseId: id(11), title: 'Welcome' }),
        pathStep(72, { courseId: id(12), title: 'Fatigue' }),
      ],
    },
  ],
  ...life,
  ...facts,
});

export const path = (version: PathVersion): Path => ({
  id: id(60),
  version: 1,
  code: 'SITEOP',
  title: 'Site operative',
  kind: 'onboarding',
  summary: '',
  versions: [version],
});
