import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** All inside the frame, with the component library around them. */
export const catalogueRoutes = [
  { path: paths.courses, lazy: { Component: async () => (await import('./routes/CoursesPage.js')).CoursesPage } },
  { path: paths.newCourse, lazy: { Component: async () => (await import('./routes/NewCoursePage.js')).NewCoursePage } },
  {
    path: patterns.manageCourse,
    lazy: { Component: async () => (await import('./routes/ManageCoursePage.js')).ManageCoursePage },
  },
  {
    path: patterns.recordInPerson,
    lazy: { Component: async () => (await import('./routes/RecordInPersonPage.js')).RecordInPersonPage },
  },
  { path: paths.outcomes, lazy: { Component: async () => (await import('./outcomes/OutcomesPage.js')).OutcomesPage } },
  { path: paths.reviews, lazy: { Component: async () => (await import('./routes/ReviewsPage.js')).ReviewsPage } },
  {
    path: paths.resources,
    lazy: { Component: async () => (await import('./resources/ResourcesPage.js')).ResourcesPage },
  },
  {
    path: patterns.resource,
    lazy: { Component: async () => (await import('./resources/ResourcePage.js')).ResourcePage },
  },
  { path: paths.paths, lazy: { Component: async () => (await import('./routes/PathsPage.js')).PathsPage } },
  { path: paths.newPath, lazy: { Component: async () => (await import('./routes/NewPathPage.js')).NewPathPage } },
  { path: patterns.path, lazy: { Component: async () => (await import('./routes/PathPage.js')).PathPage } },
  {
    path: paths.questionBanks,
    lazy: { Component: async () => (await import('./questions/QuestionBanksPage.js')).QuestionBanksPage },
  },
  {
    path: patterns.questionBank,
    lazy: { Component: async () => (await import('./questions/QuestionBankPage.js')).QuestionBankPage },
  },
  {
    path: patterns.importQuestions,
    lazy: { Component: async () => (await import('./questions/ImportQuestionsPage.js')).ImportQuestionsPage },
  },
  {
    path: patterns.newQuestion,
    lazy: { Component: async () => (await import('./questions/QuestionPage.js')).QuestionPage },
  },
  {
    path: patterns.question,
    lazy: { Component: async () => (await import('./questions/QuestionPage.js')).QuestionPage },
  },
] satisfies RouteObject[];
