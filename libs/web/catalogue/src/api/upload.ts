import type { Upload } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** How far the API has come with a file that it was sent. */
export const readUpload = (id: string) => api.get<Upload>(`/uploads/${id}`);
