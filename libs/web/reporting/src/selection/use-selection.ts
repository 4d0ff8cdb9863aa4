import type { MatrixRow } from '@lms/contracts';
import { useCallback, useMemo, useState } from 'react';

/** As many as can be asked or reminded at once. */
export const MOST_SELECTED = 1000;
type Named = Pick<MatrixRow, 'personId' | 'name'>;

export interface Selection {
  has: (personId: string) => boolean;
  toggle: (person: Named) => void;
  people: readonly Named[];
}

/** People who are chosen to do something with; kept while the filters change. */
export function useSelection() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const toggle = useCallback(
    ({ personId, name }: Named) =>
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(personId) && next.size < MOST_SELECTED) next.set(personId, name);
        return next;
      }),
    [],
  );
  const add = useCallback(
    (people: readonly Named[]) =>
      setChosen((before) => {
        const all = new Map([...before, ...people.map(({ personId, name }) => [personId, name] as const)]);
        return new Map([...all].slice(0, MOST_SELECTED));
      }),
    [],
  );
  const selection = useMemo<Selection>(
    () => ({
      has: (personId) => chosen.has(personId),
      toggle,
      people: [...chosen].map(([personId, name]) => ({ personId, name })),
    }),
    [chosen, toggle],
  );
  return { selection, add, clear: useCallback(() => setChosen(new Map()), []) };
}
