import type { OpenedActivity } from '@lms/contracts';
import { useEffect, useState, type RefObject } from 'react';

/** The language that was chosen last on this device, or that none is wanted. */
const KEY = 'waymark.captions';
const OFF = 'off';

/** Null on a device where nothing was chosen yet. */
export const lastCaptions = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};
const keep = (language: string | null): void => {
  try {
    localStorage.setItem(KEY, language ?? OFF);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
};

/**
 * What is shown at first: the language chosen last where the film has it, else one that the browser's owner reads, else its
 * first; nothing where that was chosen.
 */
export function firstCaptions(
  captions: OpenedActivity['captions'],
  last: string | null,
  reads: readonly string[] = navigator.languages,
): string | null {
  if (last === OFF) return null;
  const has = (wanted: string | null) => captions.find(({ language }) => base(language) === (wanted && base(wanted)));
  return (has(last) ?? reads.map(has).find(Boolean) ?? captions[0])?.language ?? null;
}

/** The language in which what is said is read at first, also where no captions are wanted. */
export function firstToRead(captions: OpenedActivity['captions']): string {
  const last = lastCaptions();
  return firstCaptions(captions, last === OFF ? null : last) ?? '';
}

const base = (language: string): string => language.split('-')[0] ?? language;

/** Which captions a film shows. It follows the browser's own menu and keys too. */
export function useCaptions(media: RefObject<HTMLVideoElement | null>, captions: OpenedActivity['captions']) {
  const [shown, setShown] = useState(() => firstCaptions(captions, lastCaptions()));
  useEffect(() => {
    const element = media.current;
    if (!element) return;
    apply(element, firstCaptions(captions, lastCaptions()));
    const read = (): void => setShown([...element.textTracks].find(({ mode }) => mode === 'showing')?.language ?? null);
    element.textTracks.addEventListener('change', read);
    return () => element.textTracks.removeEventListener('change', read);
  }, [media, captions]);
  const show = (language: string | null): void => {
    keep(language);
    setShown(language);
    if (media.current) apply(media.current, language);
  };
  return { shown, show };
}

/** Hidden, not disabled: the transcript reads the words of captions that nobody sees. */
function apply(element: HTMLVideoElement, language: string | null): void {
  for (const track of element.textTracks) track.mode = track.language === language ? 'showing' : 'hidden';
}
