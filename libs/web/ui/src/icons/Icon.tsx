import { iconPaths, type IconName, type IconShape } from './icon-paths.js';
import styles from './Icon.module.css';

/** A small outline beside words; it never stands alone, so it has no name of its own. */
export function Icon({ name, size = 20, strokeWidth = 1.75 }: { name: IconName; size?: number; strokeWidth?: number }) {
  const shape: IconShape = iconPaths[name];
  return (
    <svg className={styles.icon} viewBox="0 0 20 20" width={size} height={size} strokeWidth={strokeWidth} aria-hidden>
      {shape.rects?.map(([x, y, width, height, r]) => (
        <rect key={`${x}-${y}`} x={x} y={y} width={width} height={height} rx={r} />
      ))}
      {shape.circles?.map(([cx, cy, r]) => (
        <circle key={`${cx}-${cy}`} cx={cx} cy={cy} r={r} />
      ))}
      {shape.paths.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
