import { paths } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** `outside`: for whoever has the link of a mail. `inside`: within the frame. */
export const notificationsRoutes = {
  outside: [
    {
      path: paths.unsubscribe,
      lazy: { Component: async () => (await import('./routes/UnsubscribePage.js')).UnsubscribePage },
    },
  ],
  inside: [
    { path: paths.notices, lazy: { Component: async () => (await import('./routes/NoticesPage.js')).NoticesPage } },
    {
      path: paths.reminders,
      lazy: { Component: async () => (await import('./routes/RemindersPage.js')).RemindersPage },
    },
  ],
} satisfies Record<string, RouteObject[]>;
