import { meQuery } from '@lms/web-platform';
import { useQuery } from '@tanstack/react-query';
import { Outlet, type RouteObject } from 'react-router';

/** Somebody is signed in, as everywhere in the app. */
function Inside() {
  const { data } = useQuery(meQuery());
  return data ? <Outlet /> : null;
}

export const inside = (routes: RouteObject[]): RouteObject[] => [{ Component: Inside, children: routes }];
