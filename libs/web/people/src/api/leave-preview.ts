import type { LeavePreview, SaveLeaveRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

interface Asked {
  engagementId: string;
  /** What is changed; null for new leave. */
  leaveId: string | null;
  fromOn: string;
  toOn: string;
}

/** What saving this leave would move now; kept for nobody who looks later. */
export const leavePreviewQuery = ({ engagementId, leaveId, fromOn, toOn }: Asked) =>
  queryOptions({
    queryKey: [...peopleKeys.leavePreviews, engagementId, leaveId, fromOn, toOn],
    queryFn: ({ signal }) => {
      const request: SaveLeaveRequest = { fromOn, toOn, note: '' };
      const address = leaveId ? `/leaves/${leaveId}/preview` : `/engagements/${engagementId}/leaves/preview`;
      return api.post<LeavePreview>(address, request, { signal });
    },
    ...{ staleTime: 0, gcTime: 0, retry: false, throwOnError: false },
  });
