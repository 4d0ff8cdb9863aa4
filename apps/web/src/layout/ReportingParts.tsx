import { myChecksQuery } from '@lms/web-delivery';
import { InvitePeopleDialog } from '@lms/web-people';
import { type Parts, PartsProvider } from '@lms/web-reporting';
import { useCrewBookings } from '@lms/web-sessions';
import { TaskSection } from '@lms/web-standing';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';

const parts: Parts = {
  InvitePeople: InvitePeopleDialog,
  Tasks: TaskSection,
  useBookings: useCrewBookings,
  useChecks: () => useQuery(myChecksQuery()).data,
};

/** Around the pages of reporting, which show parts of features that it does not know. */
export const ReportingParts = () => (
  <PartsProvider value={parts}>
    <Outlet />
  </PartsProvider>
);
