import type { Activity, Course, CourseVersion } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** A course with all its versions, the newest first. */
export const courseQuery = (id: string) =>
  queryOptions({
    queryKey: catalogueKeys.course(id),
    queryFn: ({ signal }) => api.get<Course>(`/courses/${id}`, { signal }),
  });

/** Puts what the API answered to a change in the place of the version that is kept. An older answer that comes late is not. */
export function keepVersion(client: QueryClient, version: CourseVersion): void {
  const newer = (kept: CourseVersion) => kept.id === version.id && kept.version <= version.version;
  client.setQueryData(
    courseQuery(version.courseId).queryKey,
    (course) => course && { ...course, versions: course.versions.map((kept) => (newer(kept) ? version : kept)) },
  );
}

/** The version as it is kept now; undefined when the course is not loaded. */
export const keptVersion = (client: QueryClient, courseId: string, versionId: string): CourseVersion | undefined =>
  client.getQueryData(courseQuery(courseId).queryKey)?.versions.find((version) => version.id === versionId);

/** A version as the API has it now. */
export async function readVersion(
  client: QueryClient,
  courseId: string,
  versionId: string,
): Promise<CourseVersion | undefined> {
  const course = await client.fetchQuery({ ...courseQuery(courseId), staleTime: 0 });
  return course.versions.find((version) => version.id === versionId);
}

export const activityIn = (version: CourseVersion | undefined, id: string): Activity | undefined =>
  version?.activities.find((activity) => activity.id === id);

/** A later read brings the course, the lists and the reviews up to date. */
export const refreshCourse = (client: QueryClient, courseId: string): Promise<void> =>
  client.invalidateQueries({ queryKey: catalogueKeys.course(courseId) });
