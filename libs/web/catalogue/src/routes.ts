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
  { path: paths.reviews, lazy: { Component: async () => (await import('./routes/ReviewsPage.js')).ReviewsPage } },
  { path: paths.paths, lazy: { Component: async () => (await import('./routes/PathsPage.js')).PathsPage } },
  { path: paths.newPath, lazy: { Component: async () => (await import('./routes/NewPathPage.js')).NewPathPage } },
  { path: patterns.path, lazy: { Component: async () => (await import('./routes/PathPage.js')).PathPage } },
] satisfies RouteObject[];
