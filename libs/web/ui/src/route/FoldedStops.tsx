import { StopMark } from './StopMark.js';
import styles from './Route.module.css';

/** The done stops at the start of a long route, folded into one that opens. */
export function FoldedStops({ text, onOpen, posts }: { text: string; onOpen: () => void; posts: boolean }) {
  return (
    <li className={styles.stop} data-state="done">
      {posts && <span className={styles.post} />}
      <StopMark state="done" />
      <span className={styles.label}>
        <button type="button" className={styles.unfold} onClick={onOpen} aria-expanded={false}>
          {text}
        </button>
      </span>
    </li>
  );
}
