import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** Learners' pages: inside the frame, without the component library around them. */
export const browseRoutes = [
  { path: paths.catalogue, lazy: { Component: async () => (await import('./BrowsePage.js')).BrowsePage } },
  {
    path: patterns.catalogueCourse,
    lazy: { Component: async () => (await import('./CatalogueCoursePage.js')).CatalogueCoursePage },
  },
] satisfies RouteObject[];
