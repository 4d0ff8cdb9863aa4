import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** The other pages inside the frame; the first has a file of its own, so that it comes without them. */
export const laterStandingRoutes = [
  { path: paths.tasks, lazy: { Component: async () => (await import('./routes/TasksPage.js')).TasksPage } },
  { path: paths.record, lazy: { Component: async () => (await import('./routes/MyRecordPage.js')).MyRecordPage } },
  {
    path: patterns.personRecord,
    lazy: { Component: async () => (await import('./routes/PersonRecordPage.js')).PersonRecordPage },
  },
  {
    path: patterns.pathProgress,
    lazy: { Component: async () => (await import('./routes/PathProgressPage.js')).PathProgressPage },
  },
] satisfies RouteObject[];
