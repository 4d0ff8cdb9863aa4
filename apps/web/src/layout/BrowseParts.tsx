import { type BrowseParts as Parts, BrowsePartsProvider } from '@lms/web-catalogue';
import { NextSessions } from '@lms/web-sessions';
import { Outlet } from 'react-router';

const parts: Parts = { NextSessions };

/** Around the catalogue, which shows parts of features that stand after it. */
export const BrowseParts = () => (
  <BrowsePartsProvider value={parts}>
    <Outlet />
  </BrowsePartsProvider>
);
