import { Hidden } from '../base/Hidden.js';
import { Plate } from '../plate/Plate.js';
import type { RouteStopView } from './route-stop.js';
import { StopMark } from './StopMark.js';
import styles from './Route.module.css';

interface Props {
  stop: RouteStopView;
  /** The gate stands on the line after this stop. */
  gate: boolean;
  /** Says "You are here" on the post; there is room for it on a horizontal line only. */
  hereText?: string;
}

export function RouteStop({ stop, gate, hereText }: Props) {
  const here = stop.state === 'here';
  const note = here && hereText ? hereText : stop.postNote;
  return (
    <li
      className={styles.stop}
      data-state={stop.state}
      data-gate={gate || undefined}
      aria-current={here ? 'step' : undefined}
    >
      <Hidden>{`${stop.stateText}. `}</Hidden>
      {stop.post !== undefined && (
        <span className={styles.post} aria-hidden>
          <Plate look={stop.state === 'done' ? 'ink' : here && hereText ? 'here' : 'outline'}>
            {stop.post}
            {note && <span className={styles.note}>{note}</span>}
          </Plate>
        </span>
      )}
      <StopMark state={stop.state} />
      <span className={styles.label}>
        <b>{stop.title}</b>
        {stop.detail && <span className={styles.detail}>{stop.detail}</span>}
      </span>
    </li>
  );
}
