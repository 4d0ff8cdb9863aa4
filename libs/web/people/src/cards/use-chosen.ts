import type { CardPerson } from '@lms/contracts';
import { useState } from 'react';

/** As many as are made at once. */
export const mostAtOnce = 60;

/** Who is ticked, with what the list said of them; it outlives a filter. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, CardPerson>>(new Map());
  const full = chosen.size >= mostAtOnce;
  const put = (people: readonly CardPerson[], on: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const person of people) {
        if (!on) next.delete(person.personId);
        else if (!person.holdsMore && next.size < mostAtOnce) next.set(person.personId, person);
      }
      return next;
    });
  return {
    people: [...chosen.values()],
    has: (id: string) => chosen.has(id),
    full,
    put,
    clear: () => setChosen(new Map()),
  };
}

export type Chosen = ReturnType<typeof useChosen>;
