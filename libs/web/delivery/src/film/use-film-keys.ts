import { useEffect, type RefObject } from 'react';
import { lastCaptions } from './use-captions.js';
import { filmAct, stepSpeed, type FilmAct } from './film-keys.js';

/** Letters work wherever the focus is on the page, but never while somebody types. */
export function useFilmKeys(media: RefObject<HTMLVideoElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const element = media.current;
      const act = filmAct(event);
      if (!element || !act || isTyping(event.target)) return;
      event.preventDefault();
      perform(element, act);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [media]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

function perform(element: HTMLVideoElement, act: FilmAct): void {
  switch (act.act) {
    case 'toggle':
      if (element.paused) void element.play().catch(() => undefined);
      else element.pause();
      return;
    case 'skip':
      element.currentTime = Math.min(Math.max(0, element.currentTime + act.seconds), element.duration || 0);
      return;
    case 'mute':
      element.muted = !element.muted;
      return;
    case 'captions':
      return toggleCaptions(element);
    case 'full':
      if (document.fullscreenElement) void document.exitFullscreen();
      else void element.requestFullscreen?.().catch(() => undefined);
      return;
    case 'speed':
      element.playbackRate = stepSpeed(element.playbackRate, act.steps);
  }
}

function toggleCaptions(element: HTMLVideoElement): void {
  const tracks = [...element.textTracks];
  const last = tracks.find(({ language }) => language === lastCaptions()) ?? tracks[0];
  const showing = tracks.filter(({ mode }) => mode === 'showing');
  if (showing.length > 0) showing.forEach((track) => (track.mode = 'hidden'));
  else if (last) last.mode = 'showing';
}
