import { NavigationFocus } from '@lms/web-platform';
import { Outlet } from 'react-router';

/** Pages without the frame: they bring their own doorway. */
export function OutsideLayout() {
  return (
    <>
      <Outlet />
      <NavigationFocus />
    </>
  );
}
