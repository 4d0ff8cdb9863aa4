import { useId, type ReactNode } from 'react';
import styles from './Sign.module.css';

interface Props {
  /** Where it goes. */
  destination: string;
  /** How far: a large figure and its unit, "15" and "min left". */
  distance?: { figure: string; unit: string } | null;
  /** A plate above, "You are here". */
  plate?: ReactNode;
  /** Progress, the due line, buttons; in that order. */
  progress?: ReactNode;
  details?: ReactNode;
  actions?: ReactNode;
}

/** One per page, for the one thing: destination left, distance right. */
export function Sign({ destination, distance, plate, progress, details, actions }: Props) {
  const heading = useId();
  return (
    <section className={styles.sign} aria-labelledby={heading}>
      {plate && <div>{plate}</div>}
      <div className={styles.destination}>
        <h2 id={heading}>{destination}</h2>
        {distance && (
          <p className={styles.distance}>
            {distance.figure}
            <span>{distance.unit}</span>
          </p>
        )}
      </div>
      {progress && <div className={styles.progress}>{progress}</div>}
      {details && <div className={styles.details}>{details}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
