import { gateAfter } from './route-shape.js';
import type { RouteStopView } from './route-stop.js';
import { RouteStop } from './RouteStop.js';
import styles from './Route.module.css';

/** The same drawing, smaller and without posts: the outline of a course, an approval, a list of reasons. */
export function RouteOutline({
  stops,
  label,
  labelledBy,
}: {
  stops: readonly RouteStopView[];
  label?: string;
  labelledBy?: string;
}) {
  const gate = gateAfter(stops);
  return (
    <ol className={styles.route} data-layout="outline" aria-label={label} aria-labelledby={labelledBy}>
      {stops.map((stop, index) => (
        <RouteStop key={stop.key} stop={{ ...stop, post: undefined }} gate={index === gate} />
      ))}
    </ol>
  );
}
