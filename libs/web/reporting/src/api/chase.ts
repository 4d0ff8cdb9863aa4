import type { Chased, MatrixFilter, MatrixPage, MatrixRow } from '@lms/contracts';
import { api } from '@lms/web-platform';

export const chase = (personIds: string[]) => api.post<Chased>('/matrix/chase', { personIds });

/** Everybody whom the filters show, up to so many. */
export async function everybodyShown(filter: MatrixFilter, most: number): Promise<MatrixRow[]> {
  const found = new Map<string, MatrixRow>();
  for (let cursor: string | null | undefined; cursor !== null && found.size < most;) {
    const page: MatrixPage = await api.get<MatrixPage>('/matrix', { query: { ...filter, limit: 100, cursor } });
    for (const row of page.items) found.set(row.personId, row);
    cursor = page.nextCursor;
  }
  return [...found.values()].slice(0, most);
}
