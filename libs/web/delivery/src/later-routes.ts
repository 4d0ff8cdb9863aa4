import { patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** For those who look after courses and people, inside the app's frame. */
export const courseCareRoutes = [
  {
    path: patterns.problems,
    lazy: { Component: async () => (await import('./problems/ProblemsPage.js')).ProblemsPage },
  },
  {
    path: patterns.personQuizzes,
    lazy: { Component: async () => (await import('./tries/PersonQuizzesPage.js')).PersonQuizzesPage },
  },
  {
    path: patterns.surveyResults,
    lazy: { Component: async () => (await import('./survey/results/SurveyResultsPage.js')).SurveyResultsPage },
  },
  {
    path: patterns.attemptLog,
    lazy: { Component: async () => (await import('./log/RuntimeLogPage.js')).RuntimeLogPage },
  },
] satisfies RouteObject[];
