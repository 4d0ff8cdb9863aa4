import type { Place } from '@lms/web-ui';
import { lazy, Suspense } from 'react';
import { useShortcuts } from './use-shortcuts.js';

const Palette = lazy(() => import('./Palette.js'));

/** Listens to the keyboard, and brings what was asked for; `pressed` counts how often the button was. */
export default function Finder({ places, pressed }: { places: readonly Place[]; pressed: number }) {
  const asked = useShortcuts(pressed);
  return asked ? (
    <Suspense fallback={null}>
      <Palette places={places} asked={asked} />
    </Suspense>
  ) : null;
}
