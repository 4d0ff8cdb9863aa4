import { ruleRoutes, whyRoutes } from '@lms/web-assignments';
import { browseRoutes, catalogueRoutes } from '@lms/web-catalogue';
import { assessRoutes, courseCareRoutes, deliveryRoutes } from '@lms/web-delivery';
import { identityRoutes } from '@lms/web-identity';
import { notificationsRoutes } from '@lms/web-notifications';
import { peopleRoutes } from '@lms/web-people';
import { recordsRoutes } from '@lms/web-records';
import { reportingRoutes } from '@lms/web-reporting';
import { standingRoutes } from '@lms/web-standing';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { InsideLayout } from './layout/InsideLayout.js';
import { OutsideLayout } from './layout/OutsideLayout.js';
import { SignedIn } from './layout/SignedIn.js';
import { ErrorPage } from './pages/ErrorPage.js';
import { NotFoundPage } from './pages/NotFoundPage.js';
import { OutsideErrorPage } from './pages/OutsideErrorPage.js';
import { Waiting } from './pages/Waiting.js';

/** Routes of features whose pages use parts of the component library; they load it with the first of them. */
const deskRoutes: RouteObject[] = [...peopleRoutes, ...catalogueRoutes, ...ruleRoutes, ...reportingRoutes];

/**
 * Everything the app shows. Outside: before signing in. Behind `SignedIn`: what stands between a person and the first
 * page, then the frame with its places.
 */
export function createRouter() {
  return createBrowserRouter([
    {
      HydrateFallback: Waiting,
      ErrorBoundary: OutsideErrorPage,
      children: [
        {
          Component: OutsideLayout,
          children: [...identityRoutes.outside, ...notificationsRoutes.outside, ...recordsRoutes.outside],
        },
        {
          Component: SignedIn,
          children: [
            { Component: OutsideLayout, children: identityRoutes.gates },
            { ErrorBoundary: OutsideErrorPage, children: deliveryRoutes },
            {
              Component: InsideLayout,
              children: [
                {
                  ErrorBoundary: ErrorPage,
                  children: [
                    ...standingRoutes,
                    ...recordsRoutes.inside,
                    ...browseRoutes,
                    ...whyRoutes,
                    ...assessRoutes,
                    ...courseCareRoutes,
                    ...identityRoutes.inside,
                    ...notificationsRoutes.inside,
                    {
                      lazy: { Component: async () => (await import('./layout/DeskLayout.js')).DeskLayout },
                      children: deskRoutes,
                    },
                    { path: '*', Component: NotFoundPage },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
