import type { Activity, CourseVersion } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepVersion, keptVersion, refreshCourse } from './course.js';

/** The new order is shown at once. A refused one is read again, because somebody may have added or removed something. */
export function useOrderActivities(courseId: string, versionId: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `course-version-${versionId}` },
    mutationFn: (activities: readonly Activity[]) =>
      api.put<CourseVersion>(
        `/course-versions/${versionId}/order`,
        { activityIds: activities.map(({ id }) => id) },
        { version: keptVersion(client, courseId, versionId)?.version ?? 0 },
      ),
    onMutate: (activities) => {
      const version = keptVersion(client, courseId, versionId);
      if (version) keepVersion(client, { ...version, activities: [...activities] });
    },
    onSuccess: (saved, activities) => {
      // A later move may wait already; its order is the one to show.
      const later = client.isMutating({ mutationKey: ['order', versionId] }) > 1;
      const kept = keptVersion(client, courseId, versionId);
      keepVersion(client, later ? { ...saved, activities: kept?.activities ?? [...activities] } : saved);
    },
    mutationKey: ['order', versionId],
    onError: () => refreshCourse(client, courseId),
  });
}
