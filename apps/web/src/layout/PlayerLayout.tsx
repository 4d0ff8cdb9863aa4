import { NavigationFocus } from '@lms/web-platform';
import { Outlet, ScrollRestoration } from 'react-router';

/** Around the player, which has a frame of its own: from stop to stop one begins at the top, by eye and by keyboard. */
export function PlayerLayout() {
  return (
    <>
      <NavigationFocus />
      <Outlet />
      <ScrollRestoration />
    </>
  );
}
