import type { Launch, OpenedActivity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { useRef, useState } from 'react';
import { FilmControls } from '../film/FilmControls.js';
import { Transcript } from '../film/Transcript.js';
import { useFilmKeys } from '../film/use-film-keys.js';
import type { PlayerQueue } from '../queue/player-queue.js';
import { deliveryTexts } from '../texts.js';
import { clock } from './clock.js';
import { contentAddress } from './content-address.js';
import { FilmBar } from './FilmBar.js';
import { filmParts, firstSkipped } from './film-parts.js';
import styles from './FilmPlayer.module.css';
import { useFilm } from './use-film.js';

interface Props {
  opened: OpenedActivity;
  launch: Launch;
  queue: PlayerQueue;
}

/** A film that counts what was played, and goes on where it was left, on any device. */
export function FilmPlayer({ opened, launch, queue }: Props) {
  const { t } = useTexts(deliveryTexts);
  const media = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const duration = opened.file?.seconds ?? 0;
  const { covered, position } = useFilm(media, launch, opened.file?.seconds ?? null, queue);
  useFilmKeys(media);
  const skipped = firstSkipped(filmParts(covered, duration));

  const start = (): void => {
    const element = media.current;
    // At the very end there is nothing to go on with.
    if (element && launch.position > 0 && launch.position < element.duration - 2) element.currentTime = launch.position;
  };
  const playFrom = (seconds: number): void => {
    const element = media.current;
    if (!element) return;
    element.currentTime = seconds;
    void element.play().catch(() => undefined);
  };

  return (
    <>
      <video
        ref={media}
        className={styles.film}
        src={contentAddress(opened, opened.file?.path ?? '')}
        crossOrigin="anonymous"
        controls
        playsInline
        preload="metadata"
        poster={opened.poster ? contentAddress(opened, opened.poster) : undefined}
        aria-label={t('film.label', { title: opened.title })}
        onLoadedMetadata={start}
        onError={() => setFailed(true)}
      >
        {opened.captions.map((c) => (
          <track
            key={c.language}
            kind="captions"
            srcLang={c.language}
            label={c.label}
            src={contentAddress(opened, c.path)}
          />
        ))}
      </video>
      {failed && <Notice tone="danger">{t('film.failed')}</Notice>}
      <FilmControls media={media} captions={opened.captions} />
      {duration > 0 && <FilmBar covered={covered} duration={duration} position={position} />}
      {skipped && (
        <div className={styles.skipped}>
          <p>{t('film.skipped', { length: clock(skipped.to - skipped.from), at: clock(skipped.from) })}</p>
          <Button onClick={() => playFrom(skipped.from)}>{t('film.playSkipped')}</Button>
        </div>
      )}
      <Transcript media={media} captions={opened.captions} position={position} onSeek={playFrom} />
    </>
  );
}
