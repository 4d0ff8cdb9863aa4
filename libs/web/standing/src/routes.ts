import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** The first page, inside the frame. */
export const standingRoutes = [
  { path: paths.today, lazy: { Component: async () => (await import('./routes/TodayPage.js')).TodayPage } },
] satisfies RouteObject[];
