import type { Launch } from '@lms/contracts';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { PlayerQueue } from '../queue/player-queue.js';
import { LaunchWriter } from '../queue/launch-writer.js';
import { CoverageTracker, type MediaEvent } from '../video/coverage-tracker.js';
import type { SecondRange } from '../video/ranges.js';

const PLAIN = ['play', 'playing', 'timeupdate', 'pause', 'ended', 'waiting', 'seeking', 'seeked'] as const;

/** Feeds the tracker from a media element and queues what it reports. */
export function useFilm(
  media: RefObject<HTMLVideoElement | null>,
  launch: Launch,
  duration: number | null,
  queue: PlayerQueue,
) {
  const tracker = useMemo(() => new CoverageTracker(launch.covered, launch.position, duration), [launch, duration]);
  const [covered, setCovered] = useState<SecondRange[]>(tracker.covered);
  const [position, setPosition] = useState(launch.position);

  useEffect(() => {
    const element = media.current;
    if (!element) return;
    queue.lead(launch);
    const writer = new LaunchWriter(queue, launch);
    const take = (event: MediaEvent): void => {
      const news = tracker.take(event);
      if (news) void writer.write({ covered: news.covered, position: news.position });
      setCovered(tracker.covered);
      setPosition(element.currentTime);
    };
    const now = (): { time: number; at: number } => ({ time: element.currentTime, at: performance.now() });
    const stop = new AbortController();
    const options = { signal: stop.signal };
    for (const type of PLAIN) element.addEventListener(type, () => take({ type, ...now() }), options);
    element.addEventListener(
      'ratechange',
      () => take({ type: 'ratechange', rate: element.playbackRate, ...now() }),
      options,
    );
    const leave = (): void => take({ type: 'leave', ...now() });
    window.addEventListener('pagehide', leave, options);
    document.addEventListener('visibilitychange', () => document.hidden && leave(), options);
    return () => {
      leave();
      stop.abort();
    };
  }, [media, launch, queue, tracker]);

  return { covered, position };
}
