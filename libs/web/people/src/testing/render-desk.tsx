import type { Me } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody } from '@lms/web-platform/testing';
import { MantineRoot } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Outlet, type RouteObject } from 'react-router';

/** Somebody of the People Team. */
export const adviser: Me = {
  ...somebody,
  permissions: ['self', 'people.read', 'people.write', 'grants.write', 'organisations.write', 'mail.read'],
};

function Desk() {
  const { data } = useQuery(meQuery());
  return <MantineRoot>{data ? <Outlet /> : null}</MantineRoot>;
}

/** Shows routes with the component library around them, as the app would, once it is known who is signed in. */
export const renderDesk = (routes: RouteObject[], at: string) =>
  renderRoutes([{ Component: Desk, children: routes }], at);
