import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import {
  chooseColourScheme,
  readColourScheme,
  shownColourScheme,
  subscribeColourScheme,
} from '../colour-scheme/colour-scheme.js';

/** Lets the component library follow our choice of colour scheme instead of keeping its own. */
export function schemeManager(): MantineColorSchemeManager {
  let unsubscribe = (): void => undefined;
  return {
    get: () => shownColourScheme(),
    set: (value: MantineColorScheme) => chooseColourScheme(value === 'auto' ? 'device' : value),
    subscribe: (update) => {
      unsubscribe = subscribeColourScheme(() => update(readColourScheme() === 'device' ? 'auto' : shownColourScheme()));
    },
    unsubscribe: () => unsubscribe(),
    clear: () => chooseColourScheme('device'),
  };
}
