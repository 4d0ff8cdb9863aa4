import type { Aim, BenchCase, Measured } from '../bench-case.js';
import { median } from '../load/median.js';

/** One line of what `--json` writes. */
export interface Line {
  case: string;
  ours: number;
  floor: number;
  /**
   * The product's number divided by the floor's: more is better of requests a second, less of seconds and memory. The
   * other way round where the case says so.
   */
  ratio: number;
  unit: string;
}

const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

export function lineOf({ name, unit, ratio }: BenchCase, { ours, floor }: Measured): Line {
  const [a, b] = [median(ours), median(floor)];
  const quotient = ratio === 'floor / product' ? b / a : a / b;
  return { case: name, ours: rounded(a, 4), floor: rounded(b, 4), ratio: rounded(quotient, 3), unit };
}

export function isMet(aim: Aim, line: Line): boolean {
  const value = line[aim.of];
  return value >= (aim.atLeast ?? -Infinity) && value <= (aim.atMost ?? Infinity);
}
