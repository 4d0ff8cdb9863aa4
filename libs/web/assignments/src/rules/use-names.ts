import { useState } from 'react';
import type { Naming } from '../audience/naming.js';

/** What ids are called: as the server told, and as they were called when they were chosen. */
export function useNames(told: readonly { id: string; name: string }[]): Naming {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  return {
    nameOf: (id) => chosen[id] ?? told.find((named) => named.id === id)?.name ?? id,
    remember: (choices) =>
      setChosen((before) => ({ ...before, ...Object.fromEntries(choices.map(({ value, label }) => [value, label])) })),
  };
}
