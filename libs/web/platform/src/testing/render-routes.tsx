import type { Me } from '@lms/contracts';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../query/query-client.js';

export { problem, stubApi, type Answer, type StubbedApi } from './stub-api.js';

/** Somebody without any role; take over what a test is about. */
export const somebody: Me = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Aisha Karim',
  knownAs: 'Aisha',
  today: '2026-11-23',
  permissions: ['self'],
  roles: [],
  organisationName: 'Brackenfell Traffic Management',
  jobRole: 'Traffic operative',
  hasReports: false,
  privacyNotice: { version: 1, accepted: true },
  mustChangePassword: false,
  gate: null,
  impersonation: null,
};

/** Shows whole routes at an address, as the app would, with a fresh cache and no second tries. */
export function renderRoutes(
  routes: RouteObject[],
  at: string,
): { router: ReturnType<typeof createMemoryRouter>; client: QueryClient } {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, client };
}
