import { useTexts } from '@lms/web-platform';
import { useEffect, useState, type RefObject } from 'react';
import { deliveryTexts } from '../texts.js';
import styles from './FilmControls.module.css';
import { SPEEDS } from './film-keys.js';

/** Where people look for speed: browsers hide it, and some have none. */
export function FilmControls({ media }: { media: RefObject<HTMLVideoElement | null> }) {
  const { t } = useTexts(deliveryTexts);
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
