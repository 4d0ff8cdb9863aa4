import type { OpenedActivity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, ChoiceField, SearchField } from '@lms/web-ui';
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { clock } from '../player/clock.js';
import { deliveryTexts } from '../texts.js';
import { cueAt, piecesOf } from './cue.js';
import styles from './Transcript.module.css';
import { firstToRead } from './use-captions.js';
import { useCues } from './use-cues.js';

interface Props {
  media: RefObject<HTMLVideoElement | null>;
  captions: OpenedActivity['captions'];
  /** Seconds. */
  position: number;
  onSeek: (seconds: number) => void;
}

/** Everything that is said, to read, to search and to jump by. It follows the film until one scrolls away. */
export function Transcript({ media, captions, position, onSeek }: Props) {
  const { t } = useTexts(deliveryTexts);
  const heading = useId();
  const [language, setLanguage] = useState(() => firstToRead(captions));
  const [search, setSearch] = useState('');
  const cues = useCues(media, language);
  const lines = useMemo(
    () => (cues ?? []).map((cue, at) => ({ ...cue, at, pieces: piecesOf(cue.text, search) })),
    [cues, search],
  );
  const shown = search ? lines.filter(({ pieces }) => pieces.some(({ found }) => found)) : lines;
  const here = cueAt(cues ?? [], position);
  const { list, follow, following, letGo } = useFollowing(here, search === '');
  if (captions.length === 0) return null;
  return (
    <section className={styles.transcript} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{t('transcript.title')}</h2>
        <SearchField label={t('transcript.search')} value={search} onSearch={setSearch} />
      </div>
      {captions.length > 1 && (
        <ChoiceField
          legend={t('transcript.language')}
          options={captions.map((c) => ({ value: c.language, label: c.label }))}
          value={language}
          onChange={setLanguage}
        />
      )}
      <p className={styles.found} role="status">
        {search && cues ? t('transcript.found', { count: shown.length }) : ''}
      </p>
      {cues && cues.length === 0 && <p>{t('transcript.failed')}</p>}
      <div
        ref={list}
        className={styles.lines}
        role="group"
        aria-labelledby={heading}
        tabIndex={0}
        onWheel={letGo}
        onTouchMove={letGo}
        onKeyDown={letGo}
      >
        <ol lang={language}>
          {shown.map((line) => (
            <li key={line.at}>
              <button
                type="button"
                data-line={line.at}
                aria-current={line.at === here || undefined}
                onClick={() => onSeek(line.from)}
              >
                <span className={styles.time}>{clock(line.from)}</span>
                <span>
                  {line.pieces.map((piece, at) => (piece.found ? <mark key={at}>{piece.text}</mark> : piece.text))}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      {!following && here >= 0 && !search && <Button onClick={follow}>{t('transcript.follow')}</Button>}
    </section>
  );
}

/** Keeps the line that is spoken in sight, inside its own list: the page itself never moves. */
function useFollowing(here: number, wanted: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector<HTMLElement>(`[data-line="${here}"]`);
    if (!following || !wanted || !box || !line) return;
    const top = line.offsetTop - box.clientHeight / 3;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    box.scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
  }, [here, following, wanted]);
  return { list, following, follow: () => setFollowing(true), letGo: () => setFollowing(false) };
}
