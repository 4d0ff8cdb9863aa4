import { type ComponentProps, lazy, Suspense } from 'react';

const Next = lazy(async () => ({ default: (await import('./NextSessions.js')).NextSessions }));

/** For the page of a course; it comes after the page. */
export const NextSessions = (props: ComponentProps<typeof Next>) => (
  <Suspense fallback={null}>
    <Next {...props} />
  </Suspense>
);
