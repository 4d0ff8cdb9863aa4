import type { MarkedText } from '@lms/contracts';
import styles from './browse.module.css';

/** A text with what was searched for marked in it. */
export const Marked = ({ text }: { text: MarkedText }) =>
  text.map((part, place) =>
    part.hit ? (
      <mark key={place} className={styles.hit}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );

/** The same as one text, for names. */
export const plainText = (text: MarkedText): string => text.map((part) => part.text).join('');
