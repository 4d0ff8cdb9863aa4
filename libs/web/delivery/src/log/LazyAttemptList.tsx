import { lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({ default: (await import('./AttemptList.js')).AttemptList }));

/** A person's lessons, each with the way to its log; for those who look after courses. Comes when it is there. */
export function AttemptList({ personId }: { personId: string }) {
  return (
    <Suspense fallback={null}>
      <Loaded personId={personId} />
    </Suspense>
  );
}
