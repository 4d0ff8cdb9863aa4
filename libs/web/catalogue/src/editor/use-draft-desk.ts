import type { CourseVersion, DraftDesk } from '@lms/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshCourse } from '../api/course.js';
import { deskQuery, useUndo } from '../api/draft-desk.js';

/** Says every few seconds that this page is here; when somebody else has changed the draft, it is read again. */
export function useDraftDesk(version: CourseVersion): {
  desk: DraftDesk | undefined;
  undo: ReturnType<typeof useUndo>;
} {
  const client = useQueryClient();
  const { data: desk } = useQuery(deskQuery(version.id));
  const undo = useUndo(version.id);
  const { id, courseId, version: counter } = version;
  // After each edit of one's own there is another step to undo.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: deskQuery(id).queryKey });
  }, [client, id, counter]);
  const ahead = desk !== undefined && desk.version > counter;
  useEffect(() => {
    // What is being saved right now brings its own answer.
    if (ahead && client.isMutating() === 0) void refreshCourse(client, courseId);
  }, [ahead, client, courseId]);
  return { desk, undo };
}
