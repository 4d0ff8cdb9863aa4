import { useSyncExternalStore } from 'react';
import { chooseColourScheme, readColourScheme, subscribeColourScheme, type ColourScheme } from './colour-scheme.js';

/** The person's choice, and how to change it. */
export function useColourScheme(): [ColourScheme, (choice: ColourScheme) => void] {
  return [useSyncExternalStore(subscribeColourScheme, readColourScheme), chooseColourScheme];
}
