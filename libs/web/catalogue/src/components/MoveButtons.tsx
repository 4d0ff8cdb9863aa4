import { Button, Hidden, Icon } from '@lms/web-ui';
import styles from './MoveButtons.module.css';

interface Props {
  upText: string;
  downText: string;
  /** Added for a screen reader: what is moved. */
  named: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
}

/**
 * Two buttons that move something in its list. At an end the button stays and keeps the focus, but does nothing, so
 * that a keyboard is not thrown back to the top of the page.
 */
export function MoveButtons({ upText, downText, named, first, last, onMove }: Props) {
  return (
    <span className={styles.buttons}>
      <Button
        size="small"
        variant="quiet"
        data-move="-1"
        title={upText}
        aria-disabled={first || undefined}
        onClick={first ? undefined : () => onMove(-1)}
      >
        <Icon name="up" />
        <Hidden>{upText + named}</Hidden>
      </Button>
      <Button
        size="small"
        variant="quiet"
        data-move="1"
        title={downText}
        aria-disabled={last || undefined}
        onClick={last ? undefined : () => onMove(1)}
      >
        <Icon name="down" />
        <Hidden>{downText + named}</Hidden>
      </Button>
    </span>
  );
}
