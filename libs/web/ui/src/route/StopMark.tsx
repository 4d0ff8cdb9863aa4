import { Icon } from '../icons/Icon.js';
import type { IconName } from '../icons/icon-paths.js';
import type { StopState } from './route-stop.js';
import styles from './Route.module.css';

const icons: Record<StopState, IconName | null> = { done: 'tick', here: 'onward', next: null, blocked: 'lock' };

/** The stop itself: filled with a tick, yellow with chevrons, an open ring, or grey with a lock. */
export function StopMark({ state }: { state: StopState }) {
  const icon = icons[state];
  return (
    <span className={styles.node} data-state={state}>
      {icon && <Icon name={icon} size={state === 'here' ? 20 : 16} strokeWidth={2.6} />}
    </span>
  );
}
