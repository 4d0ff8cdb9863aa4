import type { CourseVersion } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** Captions for a video of a draft; those it has in the same language are replaced. */
export const addCaptions = (activityId: string, request: { uploadId: string; language: string; label: string }) =>
  api.post<CourseVersion>(`/activities/${activityId}/captions`, request);
