import { patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

const lazy = { Component: async () => (await import('./routes/CoursePage.js')).CoursePage };

/** Full screen: the player has a frame of its own. */
export const deliveryRoutes = [
  { path: patterns.course, lazy },
  { path: patterns.activity, lazy },
] satisfies RouteObject[];
