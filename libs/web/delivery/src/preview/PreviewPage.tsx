import { createQueryClient, meQuery, useMe } from '@lms/web-platform';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { PreviewCourse } from './PreviewCourse.js';

/** A version of a course as its learners will see it. It has a cache of its own, so that nothing of it is taken for learning. */
export function PreviewPage() {
  const me = useMe();
  const { versionId = '', activityId } = useParams();
  const [client] = useState(() => {
    const fresh = createQueryClient();
    fresh.setQueryData(meQuery().queryKey, me);
    return fresh;
  });
  return (
    <QueryClientProvider client={client}>
      <PreviewCourse key={versionId} versionId={versionId} activityId={activityId} />
    </QueryClientProvider>
  );
}
