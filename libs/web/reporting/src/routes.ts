import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** Inside the frame, with the component library around them. */
export const reportingRoutes = [
  { path: paths.crew(), lazy: { Component: async () => (await import('./routes/CrewPage.js')).CrewPage } },
  { path: paths.team, lazy: { Component: async () => (await import('./routes/TeamPage.js')).TeamPage } },
  { path: paths.overview, lazy: { Component: async () => (await import('./routes/OverviewPage.js')).OverviewPage } },
  { path: paths.matrix, lazy: { Component: async () => (await import('./routes/MatrixPage.js')).MatrixPage } },
  { path: paths.audit, lazy: { Component: async () => (await import('./routes/AuditPage.js')).AuditPage } },
  { path: paths.auditPack, lazy: { Component: async () => (await import('./routes/PackPage.js')).PackPage } },
  { path: paths.files, lazy: { Component: async () => (await import('./routes/FilesPage.js')).FilesPage } },
] satisfies RouteObject[];
