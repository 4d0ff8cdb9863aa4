import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

const one = `${paths.sessions}/:sessionId`;

/** Inside the frame. People book and check in on a phone, so all of these pages are light. */
export const sessionRoutes = [
  { path: paths.sessions, lazy: { Component: async () => (await import('./routes/SessionsPage.js')).SessionsPage } },
  {
    path: paths.mySessions,
    lazy: { Component: async () => (await import('./routes/MySessionsPage.js')).MySessionsPage },
  },
  { path: paths.checkIn, lazy: { Component: async () => (await import('./routes/CheckInPage.js')).CheckInPage } },
  {
    path: `${paths.sessions}/new`,
    lazy: { Component: async () => (await import('./routes/PlanSessionPage.js')).PlanSessionPage },
  },
  {
    path: `${paths.sessions}/book`,
    lazy: { Component: async () => (await import('./routes/BookPage.js')).BookPage },
  },
  { path: one, lazy: { Component: async () => (await import('./routes/SessionPage.js')).SessionPage } },
  {
    path: `${one}/edit`,
    lazy: { Component: async () => (await import('./routes/ChangeSessionPage.js')).ChangeSessionPage },
  },
  { path: `${one}/register`, lazy: { Component: async () => (await import('./routes/RegisterPage.js')).RegisterPage } },
  { path: `${one}/code`, lazy: { Component: async () => (await import('./routes/CodePage.js')).CodePage } },
  { path: `${one}/sign/:bookingId`, lazy: { Component: async () => (await import('./routes/SignPage.js')).SignPage } },
] satisfies RouteObject[];
