import type { Me } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { somebody } from '@lms/web-platform/testing';
import { MantineRoot, Toasts } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Outlet, type RouteObject } from 'react-router';

const everything = [
  'self',
  'people.read',
  'courses.read',
  'courses.write',
  'courses.approve',
  'paths.write',
  'record.read',
  'record.write',
];

/** Somebody of the People Team, who may do all there is to do here. */
export const adviser: Me = { ...somebody, name: 'Helen Marsh', knownAs: 'Helen', permissions: everything };

/** What stands around the pages in the app: somebody who is signed in, the component library, the messages. */
function Inside() {
  const { data } = useQuery(meQuery());
  return (
    <MantineRoot>
      {data && <Outlet />}
      <Toasts />
    </MantineRoot>
  );
}

export const inside = (routes: RouteObject[]): RouteObject[] => [{ Component: Inside, children: routes }];
