import { type ComponentProps, lazy, Suspense } from 'react';

const InviteDialog = lazy(async () => ({ default: (await import('./InviteDialog.js')).InviteDialog }));

/** For other features' lists; it comes when it is opened. */
export const InvitePeopleDialog = (props: ComponentProps<typeof InviteDialog>) => (
  <Suspense fallback={null}>
    <InviteDialog {...props} />
  </Suspense>
);
