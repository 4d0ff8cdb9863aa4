import { ruleRoutes, whyRoutes } from '@lms/web-assignments';
import { browseRoutes, catalogueRoutes } from '@lms/web-catalogue';
import { assessRoutes, courseCareRoutes } from '@lms/web-delivery';
import { accountRoutes } from '@lms/web-identity';
import { importRoutes } from '@lms/web-imports';
import { notificationsRoutes } from '@lms/web-notifications';
import { peopleRoutes } from '@lms/web-people';
import { privacyRoutes } from '@lms/web-privacy';
import { recordsRoutes } from '@lms/web-records';
import { reportingRoutes } from '@lms/web-reporting';
import { sessionRoutes } from '@lms/web-sessions';
import { laterStandingRoutes } from '@lms/web-standing';
import type { RouteObject } from 'react-router';

/** Pages before signing in to which only a link leads. */
export const laterOutside: RouteObject[] = [...notificationsRoutes.outside, ...recordsRoutes.outside];

/** Everything inside the frame but Today. Most pages of the desk have the component library around them. */
export const laterInside: RouteObject[] = [
  ...laterStandingRoutes,
  ...recordsRoutes.inside,
  {
    lazy: { Component: async () => (await import('./layout/BrowseParts.js')).BrowseParts },
    children: browseRoutes,
  },
  ...sessionRoutes,
  ...whyRoutes,
  ...accountRoutes,
  ...privacyRoutes,
  ...notificationsRoutes.inside,
  ...assessRoutes,
  ...courseCareRoutes,
  {
    lazy: { Component: async () => (await import('./layout/DeskLayout.js')).DeskLayout },
    children: [
      ...importRoutes,
      ...peopleRoutes,
      ...catalogueRoutes,
      ...ruleRoutes,
      {
        lazy: { Component: async () => (await import('./layout/ReportingParts.js')).ReportingParts },
        children: reportingRoutes,
      },
    ],
  },
];
