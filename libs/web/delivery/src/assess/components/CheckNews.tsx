import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { myChecksQuery } from '../api/my-checks.js';

/** Most people have no news: what shows them comes when there are any. */
const NewsRows = lazy(async () => ({ default: (await import('./NewsRows.js')).NewsRows }));

/** For the first page: evidence that came back and practicals that were not passed. Nothing when there is none. */
export function CheckNews() {
  const { data } = useQuery(myChecksQuery());
  if (!data || data.returned.length + data.notPassed.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <NewsRows checks={data} />
    </Suspense>
  );
}
