import { toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { refreshCourse } from '../api/course.js';
import { uploadTexts } from '../texts/uploads.js';
import { browserDesk, onPlaced } from './browser-desk.js';
import type { UploadDesk } from './upload-desk.js';
import type { UploadEntry, UploadTarget } from './upload-entry.js';

/** The uploads of one person into one draft, also those begun before the page was left. */
export function useUploads({ personId, versionId }: UploadTarget): { desk: UploadDesk; entries: UploadEntry[] } {
  const client = useQueryClient();
  const desk = browserDesk();
  // Only the client: it stays the same for as long as the app runs, longer than this page.
  useEffect(
    () =>
      onPlaced(({ courseId, name }) => {
        toast(uploadTexts.t('added', { name }));
        void refreshCourse(client, courseId);
      }),
    [client],
  );
  const all = useSyncExternalStore(desk.subscribe, desk.entries);
  const entries = useMemo(
    () => all.filter((entry) => entry.versionId === versionId && entry.personId === personId),
    [all, versionId, personId],
  );
  return { desk, entries };
}
