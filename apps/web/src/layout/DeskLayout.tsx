import { MantineRoot } from '@lms/web-ui';
import { Outlet } from 'react-router';

/** Around pages that use the component library; loaded with the first of them, so that learners' pages stay small. */
export function DeskLayout() {
  return (
    <MantineRoot>
      <Outlet />
    </MantineRoot>
  );
}
