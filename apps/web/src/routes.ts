import { deliveryRoutes } from '@lms/web-delivery';
import { identityRoutes } from '@lms/web-identity';
import { paths } from '@lms/web-platform';
import { standingRoutes } from '@lms/web-standing';
import { matchRoutes, type RouteObject } from 'react-router';
import { InsideLayout } from './layout/InsideLayout.js';
import { OutsideLayout } from './layout/OutsideLayout.js';
import { PlayerLayout } from './layout/PlayerLayout.js';
import { SignedIn } from './layout/SignedIn.js';
import { ErrorPage } from './pages/ErrorPage.js';
import { NotFoundPage } from './pages/NotFoundPage.js';
import { OutsideErrorPage } from './pages/OutsideErrorPage.js';
import { Waiting } from './pages/Waiting.js';

/** The routes to which later ones are added: before signing in, and within the frame. */
export const OUTSIDE = 'outside';
export const INSIDE = 'inside';

/**
 * The way to the first page, Today and the player: a learner on a poor signal waits for no more. Outside: before
 * signing in. Behind `SignedIn`: what stands between a person and the first page, then the frame with its places.
 */
export const routes: RouteObject[] = [
  {
    HydrateFallback: Waiting,
    ErrorBoundary: OutsideErrorPage,
    children: [
      { id: OUTSIDE, Component: OutsideLayout, children: identityRoutes.outside },
      {
        Component: SignedIn,
        children: [
          { Component: OutsideLayout, children: identityRoutes.gates },
          { Component: PlayerLayout, ErrorBoundary: OutsideErrorPage, children: deliveryRoutes },
          {
            Component: InsideLayout,
            children: [
              {
                id: INSIDE,
                ErrorBoundary: ErrorPage,
                children: [...standingRoutes, { path: '*', Component: NotFoundPage }],
              },
            ],
          },
        ],
      },
    ],
  },
];

/**
 * Whether an address needs none of the later routes. A new course stands where a course's number would, and is one of
 * them.
 */
export const isFirst = (path: string): boolean =>
  path !== paths.newCourse && matchRoutes(routes, path)?.at(-1)?.route.path !== '*';
