import type { OpenedActivity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useEffect, useState, type RefObject } from 'react';
import { deliveryTexts } from '../texts.js';
import styles from './FilmControls.module.css';
import { SPEEDS } from './film-keys.js';
import { useCaptions } from './use-captions.js';

interface Props {
  media: RefObject<HTMLVideoElement | null>;
  captions: OpenedActivity['captions'];
}

/** Where people look for speed: and captions: browsers hide them, and some have none. */
export function FilmControls({ media, captions }: Props) {
  const { t } = useTexts(deliveryTexts);
  const { shown, show } = useCaptions(media, captions);
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    const element = media.current;
    if (!element) return;
    const read = (): void => setSpeed(element.playbackRate);
    element.addEventListener('ratechange', read);
    return () => element.removeEventListener('ratechange', read);
  }, [media]);
  const change = (rate: number): void => {
    if (media.current) media.current.playbackRate = rate;
    setSpeed(rate);
  };
  return (
    <div className={styles.controls}>
      <fieldset className={styles.speed}>
        <legend>{t('film.speed')}</legend>
        {SPEEDS.map((rate) => (
          <label key={rate}>
            <input type="radio" name="film-speed" checked={speed === rate} onChange={() => change(rate)} />
            <span>{t('film.times', { rate })}</span>
          </label>
        ))}
      </fieldset>
      {captions.length > 0 && (
        <fieldset className={styles.speed}>
          <legend>{t('film.captions')}</legend>
          {[{ language: null, label: t('film.captionsOff') }, ...captions].map(({ language, label }) => (
            <label key={language ?? 'off'}>
              <input type="radio" name="film-captions" checked={shown === language} onChange={() => show(language)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <details className={styles.keys}>
        <summary>{t('film.keys.title')}</summary>
        <dl>
          {(['toggle', 'back', 'on', 'captions', 'mute', 'full', 'slower', 'faster'] as const).map((key) => (
            <div key={key}>
              <dt>
                <kbd>{t(`film.keys.${key}.key`)}</kbd>
              </dt>
              <dd>{t(`film.keys.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
