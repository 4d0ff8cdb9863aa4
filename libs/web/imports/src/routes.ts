import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** All inside the frame, with the component library around them. */
export const importRoutes = [
  { path: paths.imports, lazy: { Component: async () => (await import('./routes/ImportsPage.js')).ImportsPage } },
  {
    path: paths.newImport(),
    lazy: { Component: async () => (await import('./routes/NewImportPage.js')).NewImportPage },
  },
  { path: patterns.import, lazy: { Component: async () => (await import('./routes/ImportPage.js')).ImportPage } },
] satisfies RouteObject[];
