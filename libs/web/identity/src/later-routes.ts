import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** Inside the frame. */
export const accountRoutes = [
  { path: paths.account, lazy: { Component: async () => (await import('./routes/AccountPage.js')).AccountPage } },
  {
    path: paths.mySecondStep,
    lazy: { Component: async () => (await import('./routes/MySecondStepPage.js')).MySecondStepPage },
  },
  { path: paths.settings, lazy: { Component: async () => (await import('./branding/SettingsPage.js')).SettingsPage } },
  { path: paths.support, lazy: { Component: async () => (await import('./routes/SupportPage.js')).SupportPage } },
] satisfies RouteObject[];
