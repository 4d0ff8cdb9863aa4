import type { PublicCertificate } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** What anybody may know of a certificate; a serial that nothing has is a problem with status 404. */
export const certificateQuery = (code: string) =>
  queryOptions({
    queryKey: ['certificate', code],
    queryFn: ({ signal }) => api.get<PublicCertificate>(`/certificates/${encodeURIComponent(code)}`, { signal }),
    throwOnError: false,
    retry: false,
  });
