import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** Made anew for each route: the router takes the object for its own. */
const verify = () => ({ Component: async () => (await import('./routes/VerifyPage.js')).VerifyPage });

/** `outside`: for everybody, without signing in. `inside`: within the frame. */
export const recordsRoutes = {
  outside: [
    { path: paths.verify, lazy: verify() },
    { path: patterns.verifyCode, lazy: verify() },
    { path: paths.leaver, lazy: { Component: async () => (await import('./routes/LeaverPage.js')).LeaverPage } },
  ],
  inside: [
    {
      path: patterns.recordCompletion,
      lazy: { Component: async () => (await import('./routes/RecordCompletionPage.js')).RecordCompletionPage },
    },
    {
      path: patterns.takeBack,
      lazy: { Component: async () => (await import('./routes/TakeBackPage.js')).TakeBackPage },
    },
    { path: paths.recorded, lazy: { Component: async () => (await import('./routes/RecordedPage.js')).RecordedPage } },
    { path: paths.anchors, lazy: { Component: async () => (await import('./anchors/AnchorsPage.js')).AnchorsPage } },
    {
      path: paths.equivalences,
      lazy: { Component: async () => (await import('./equivalences/EquivalencesPage.js')).EquivalencesPage },
    },
    {
      path: patterns.newEquivalence,
      lazy: { Component: async () => (await import('./equivalences/NewEquivalencePage.js')).NewEquivalencePage },
    },
    {
      path: patterns.equivalence,
      lazy: { Component: async () => (await import('./equivalences/EquivalencePage.js')).EquivalencePage },
    },
    {
      path: patterns.endEquivalence,
      lazy: { Component: async () => (await import('./equivalences/EndEquivalencePage.js')).EndEquivalencePage },
    },
    {
      path: patterns.recordOutside,
      lazy: { Component: async () => (await import('./outside/RecordOutsidePage.js')).RecordOutsidePage },
    },
    {
      path: patterns.takeBackOutside,
      lazy: { Component: async () => (await import('./outside/TakeBackAwardPage.js')).TakeBackAwardPage },
    },
  ],
} satisfies Record<string, RouteObject[]>;
