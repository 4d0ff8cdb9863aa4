import type { Me } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { type Answer, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { Toasts } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { sessionRoutes } from '../routes.js';

function Inside() {
  const { data } = useQuery(meQuery());
  return (
    <>
      {data && <Outlet />}
      <Toasts />
    </>
  );
}

/** All pages of sessions at an address, for somebody with these permissions, with these answers of the API. */
export function show(at: string, answers: Record<string, Answer>, permissions: string[] = ['self']) {
  const me: Me = { ...somebody, permissions };
  const { calls } = stubApi({ 'GET /me': me, ...answers });
  // A router makes routes its own: each has new ones.
  const pages = sessionRoutes.map(({ path, lazy }) => ({ path, lazy: { ...lazy } }));
  const elsewhere = { path: '*', Component: () => null };
  const { router } = renderRoutes(
    [{ Component: Inside, HydrateFallback: () => null, children: [...pages, elsewhere] }],
    at,
  );
  return { calls, router };
}
