import { lazy, Suspense } from 'react';

const Booked = lazy(async () => ({ default: (await import('./BookedSection.js')).BookedSection }));

/** For the first page: what one is booked for. Its code comes once the page is there. */
export const BookedSection = () => (
  <Suspense fallback={null}>
    <Booked />
  </Suspense>
);
