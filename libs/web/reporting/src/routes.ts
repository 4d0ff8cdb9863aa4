import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';
import { answeredWronglyPath } from './learners/learners-link.js';

/** Inside the frame, with the component library around them. */
export const reportingRoutes = [
  { path: paths.crew(), lazy: { Component: async () => (await import('./routes/CrewPage.js')).CrewPage } },
  { path: paths.team, lazy: { Component: async () => (await import('./routes/TeamPage.js')).TeamPage } },
  { path: paths.overview, lazy: { Component: async () => (await import('./routes/OverviewPage.js')).OverviewPage } },
  {
    path: `${paths.overview}/completions`,
    lazy: { Component: async () => (await import('./routes/CompletedPage.js')).CompletedPage },
  },
  {
    path: `${paths.overview}/given-up`,
    lazy: { Component: async () => (await import('./routes/GivenUpPage.js')).GivenUpPage },
  },
  {
    path: answeredWronglyPath(':questionId'),
    lazy: { Component: async () => (await import('./routes/AnsweredWronglyPage.js')).AnsweredWronglyPage },
  },
  { path: paths.matrix, lazy: { Component: async () => (await import('./routes/MatrixPage.js')).MatrixPage } },
  { path: paths.audit, lazy: { Component: async () => (await import('./routes/AuditPage.js')).AuditPage } },
  { path: paths.auditPack, lazy: { Component: async () => (await import('./routes/PackPage.js')).PackPage } },
  { path: paths.files, lazy: { Component: async () => (await import('./routes/FilesPage.js')).FilesPage } },
  {
    path: `${paths.files}/:fileId`,
    lazy: { Component: async () => (await import('./routes/FilePage.js')).FilePage },
  },
  {
    path: paths.schedules,
    lazy: { Component: async () => (await import('./routes/SchedulesPage.js')).SchedulesPage },
  },
  {
    path: `${paths.schedules}/received`,
    lazy: { Component: async () => (await import('./routes/ReceivedPage.js')).ReceivedPage },
  },
  {
    path: `${paths.schedules}/new`,
    lazy: { Component: async () => (await import('./routes/NewSchedulePage.js')).NewSchedulePage },
  },
  {
    path: `${paths.schedules}/:scheduleId`,
    lazy: { Component: async () => (await import('./routes/SchedulePage.js')).SchedulePage },
  },
  {
    path: `${paths.schedules}/:scheduleId/edit`,
    lazy: { Component: async () => (await import('./routes/EditSchedulePage.js')).EditSchedulePage },
  },
] satisfies RouteObject[];
