import type { Outcomes, SaveOutcomes } from '@lms/contracts';

/** One line that is being edited; `id` null is new, and `key` tells lines apart on the page. */
export interface OutcomeLine {
  key: string;
  id: string | null;
  name: string;
  retired: boolean;
  courses: number;
}

export const linesOf = ({ items }: Outcomes): OutcomeLine[] => items.map((item) => ({ ...item, key: item.id }));

export const requestOf = (lines: readonly OutcomeLine[]): SaveOutcomes => ({
  items: lines.map(({ id, name, retired }) => ({ id, name: name.trim(), retired })),
});

/** The line at `from` in another place; at the ends nothing moves. */
export function moved(lines: readonly OutcomeLine[], from: number, by: -1 | 1): OutcomeLine[] {
  const to = from + by;
  const line = lines[from];
  if (!line || to < 0 || to >= lines.length) return [...lines];
  return lines.filter((_, n) => n !== from).toSpliced(to, 0, line);
}

export const changed = (lines: readonly OutcomeLine[], key: string, part: Partial<OutcomeLine>): OutcomeLine[] =>
  lines.map((line) => (line.key === key ? { ...line, ...part } : line));
