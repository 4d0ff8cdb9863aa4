import { Hidden, Icon } from '@lms/web-ui';
import { useEffect, useRef, useState } from 'react';
import type { RunClock } from '../book/run-clock.js';
import { announcement, timeLeftText } from './time-words.js';
import styles from './Run.module.css';

interface Props {
  clock: RunClock;
  onOver: () => void;
}

/** How long is left. Said aloud at five minutes and at one; otherwise it is there to be looked at. */
export function TimeLeft({ clock, onOver }: Props) {
  const [left, setLeft] = useState(() => clock.left());
  const [said, setSaid] = useState('');
  const before = useRef(left);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const look = () => {
      const now = clock.left();
      const word = now !== null && before.current !== null && announcement(before.current, now);
      if (word) setSaid(word);
      before.current = now;
      setLeft(now);
      if (now === 0) {
        clearInterval(timer);
        over.current();
      }
    };
    const timer = setInterval(look, 1000);
    look();
    return () => clearInterval(timer);
  }, [clock]);
  if (left === null) return null;
  return (
    <>
      <span className={styles.time} role="timer" aria-live="off" data-short={left <= 300_000 || undefined}>
        <Icon name="clock" size={18} />
        {timeLeftText(left)}
      </span>
      <span aria-live="polite">
        <Hidden>{said}</Hidden>
      </span>
    </>
  );
}
