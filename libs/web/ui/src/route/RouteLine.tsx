import { useState, type CSSProperties } from 'react';
import { phone, useMediaQuery } from '../base/use-media-query.js';
import { FoldedStops } from './FoldedStops.js';
import { foldedStops, gateAfter, longestLine } from './route-shape.js';
import type { RouteStopView } from './route-stop.js';
import { RouteStop } from './RouteStop.js';
import styles from './Route.module.css';

interface Props {
  stops: readonly RouteStopView[];
  /** The list's name for a screen reader, or the id of its heading. */
  label?: string;
  labelledBy?: string;
  hereText: string;
  /** "5 done", for the stops that are folded away. */
  foldedText: (count: number) => string;
}

/** A path as a line with stops: horizontal on a desk up to eight stops, otherwise vertical. */
export function RouteLine({ stops, label, labelledBy, hereText, foldedText }: Props) {
  const narrow = useMediaQuery(phone);
  const [open, setOpen] = useState(false);
  const column = narrow || stops.length > longestLine;
  const folded = open ? 0 : foldedStops(stops);
  const gate = gateAfter(stops);
  return (
    <ol
      className={styles.route}
      data-layout={column ? 'column' : 'line'}
      aria-label={label}
      aria-labelledby={labelledBy}
      style={{ '--stops': stops.length } as CSSProperties}
    >
      {folded > 0 && <FoldedStops text={foldedText(folded)} onOpen={() => setOpen(true)} posts />}
      {stops.map(
        (stop, index) =>
          index >= folded && (
            <RouteStop key={stop.key} stop={stop} gate={index === gate} hereText={column ? undefined : hereText} />
          ),
      )}
    </ol>
  );
}
