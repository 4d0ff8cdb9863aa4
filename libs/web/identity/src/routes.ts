import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/**
 * `outside`: for everybody. `gates`: signed in, but something stands between them and the first page.
 */
export const identityRoutes = {
  outside: [
    { path: '/sign-in', lazy: { Component: async () => (await import('./routes/SignInPage.js')).SignInPage } },
    {
      path: paths.forgotten,
      lazy: { Component: async () => (await import('./routes/ForgottenPage.js')).ForgottenPage },
    },
    { path: paths.link, lazy: { Component: async () => (await import('./routes/LinkPage.js')).LinkPage } },
  ],
  gates: [
    {
      path: paths.privacyNotice,
      lazy: { Component: async () => (await import('./routes/PrivacyNoticePage.js')).PrivacyNoticePage },
    },
    {
      path: paths.choosePassword,
      lazy: { Component: async () => (await import('./routes/ChoosePasswordPage.js')).ChoosePasswordPage },
    },
    {
      path: paths.secondStep,
      lazy: { Component: async () => (await import('./routes/SecondStepPage.js')).SecondStepPage },
    },
  ],
} satisfies Record<string, RouteObject[]>;
