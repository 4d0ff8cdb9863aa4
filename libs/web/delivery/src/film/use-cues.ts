import { useEffect, useState, type RefObject } from 'react';
import { plainText, type Cue } from './cue.js';

/** What the browser has read of a film's captions: it knows WebVTT best. Null while they are loading. */
export function useCues(media: RefObject<HTMLVideoElement | null>, language: string | null): Cue[] | null {
  const [cues, setCues] = useState<Cue[] | null>(null);
  useEffect(() => {
    const element = [...(media.current?.querySelectorAll('track') ?? [])].find(({ srclang }) => srclang === language);
    if (!element) return;
    setCues(null);
    const { track } = element;
    // A browser reads captions that nobody looks at only when it is asked to.
    if (track.mode === 'disabled') track.mode = 'hidden';
    const read = (): void => setCues([...(track.cues ?? [])].flatMap(cueOf));
    const stop = new AbortController();
    element.addEventListener('load', read, { signal: stop.signal });
    element.addEventListener('error', () => setCues([]), { signal: stop.signal });
    if (element.readyState === HTMLTrackElement.LOADED) read();
    return () => stop.abort();
  }, [media, language]);
  return cues;
}

function cueOf(cue: TextTrackCue): Cue[] {
  const text = cue instanceof VTTCue ? plainText(cue.text) : '';
  return text === '' ? [] : [{ from: cue.startTime, to: cue.endTime, text }];
}
