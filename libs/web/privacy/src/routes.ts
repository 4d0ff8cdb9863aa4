import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** All inside the frame; `own` is everybody's. */
export const privacyRoutes = [
  { path: paths.myData, lazy: { Component: async () => (await import('./own/MyDataPage.js')).MyDataPage } },
  {
    path: patterns.dataProtection,
    lazy: { Component: async () => (await import('./desk/DataProtectionPage.js')).DataProtectionPage },
  },
  {
    path: patterns.erasure,
    lazy: { Component: async () => (await import('./erasure/ErasurePage.js')).ErasurePage },
  },
  {
    path: patterns.personData,
    lazy: { Component: async () => (await import('./person/PersonDataPage.js')).PersonDataPage },
  },
] satisfies RouteObject[];
