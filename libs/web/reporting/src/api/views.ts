import type { Created, MatrixView, MatrixViews, SaveMatrixView } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

const key = ['matrix', 'views'] as const;

export const viewsQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => api.get<MatrixViews>('/matrix/views', { signal }) });

export function useViewChanges() {
  const client = useQueryClient();
  const after = async <T>(change: Promise<T>): Promise<T> => {
    const answer = await change;
    await client.invalidateQueries({ queryKey: key });
    return answer;
  };
  return {
    add: (view: SaveMatrixView) => after(api.post<Created>('/matrix/views', view)),
    replace: ({ id, version, name, shared }: MatrixView, filters: SaveMatrixView['filters']) =>
      after(api.put(`/matrix/views/${id}`, { name, shared, filters }, { version })),
    remove: ({ id }: MatrixView) => after(api.delete(`/matrix/views/${id}`)),
  };
}
