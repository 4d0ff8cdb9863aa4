import { patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** The router keeps notes on each of these objects, so every route has its own. */
const player = () => ({ Component: async () => (await import('./routes/CoursePage.js')).CoursePage });

const preview = () => ({ Component: async () => (await import('./preview/PreviewPage.js')).PreviewPage });

/** Full screen: the player has a frame of its own. */
export const deliveryRoutes = [
  { path: patterns.course, lazy: player() },
  { path: patterns.activity, lazy: player() },
  { path: patterns.preview, lazy: preview() },
  { path: patterns.previewActivity, lazy: preview() },
] satisfies RouteObject[];
