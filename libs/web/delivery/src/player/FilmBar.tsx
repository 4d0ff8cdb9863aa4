import { useTexts } from '@lms/web-platform';
import { deliveryTexts } from '../texts.js';
import { coveredSeconds } from '../video/ranges.js';
import type { SecondRange } from '../video/ranges.js';
import { clock } from './clock.js';
import { filmParts } from './film-parts.js';
import styles from './FilmBar.module.css';

interface Props {
  covered: readonly SecondRange[];
  duration: number;
  position: number;
}

/** How much of the film has been played, and where. */
export function FilmBar({ covered, duration, position }: Props) {
  const { t } = useTexts(deliveryTexts);
  const done = Math.min(coveredSeconds(covered), Math.floor(duration));
  const words = t('film.covered', { done: clock(done), total: clock(duration) });
  const at = (seconds: number): string => `${Math.min(100, (seconds / duration) * 100)}%`;
  return (
    <section className={styles.bar} aria-labelledby="film-covered">
      <div className={styles.head}>
        <h2 id="film-covered">{words}</h2>
        <ul className={styles.key}>
          <li data-state="covered">{t('film.coveredKey')}</li>
          <li data-state="skipped">{t('film.skippedKey')}</li>
          <li data-state="ahead">{t('film.aheadKey')}</li>
        </ul>
      </div>
      <div
        className={styles.road}
        role="progressbar"
        aria-label={t('film.bar')}
        aria-valuemin={0}
        aria-valuemax={Math.floor(duration)}
        aria-valuenow={done}
        aria-valuetext={words}
      >
        {filmParts(covered, duration).map((p) => (
          <span key={p.from} data-state={p.state} style={{ left: at(p.from), width: at(p.to - p.from) }} />
        ))}
        <i style={{ left: at(position) }} />
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{clock(0)}</span>
        <span>{clock(duration)}</span>
      </div>
    </section>
  );
}
