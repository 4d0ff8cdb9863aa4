import { createBrowserRouter } from 'react-router';
import { INSIDE, isFirst, OUTSIDE, routes } from './routes.js';

/** Everything the app shows: the first pages at once, the others with the first address that is one of them. */
export function createRouter() {
  return createBrowserRouter(routes, {
    patchRoutesOnNavigation: async ({ path, patch }) => {
      if (isFirst(path)) return;
      const { laterInside, laterOutside } = await import('./later-routes.js');
      patch(OUTSIDE, laterOutside);
      patch(INSIDE, laterInside);
    },
  });
}
