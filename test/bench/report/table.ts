import type { BenchCase, Measured } from '../bench-case.js';
import { isMet, type Line } from './result.js';

const HEAD = ['case', 'product', 'floor', 'ratio', 'unit', 'aim', 'met'];

export interface Finished {
  bench: BenchCase;
  line: Line;
  measured: Measured;
}

function aimOf({ aim, unit }: BenchCase): string {
  if (!aim) return 'none';
  const [sign, value] = aim.atLeast === undefined ? ['≤', aim.atMost] : ['≥', aim.atLeast];
  return aim.of === 'ratio' ? `ratio ${sign} ${value}` : `${sign} ${value} ${unit}`;
}

function rowOf({ bench, line }: Finished): string[] {
  const met = bench.aim ? (isMet(bench.aim, line) ? 'yes' : 'no') : '–';
  return [line.case, String(line.ours), String(line.floor), String(line.ratio), line.unit, aimOf(bench), met];
}

const few = (values: readonly number[]): string => values.map((value) => value.toPrecision(4)).join(', ');

/** The table for people, with every round below it. */
export function tableOf(finished: readonly Finished[]): string {
  const rows = [HEAD, ...finished.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const details = finished.flatMap(({ bench, measured }) => [
    `${bench.name}: ${bench.title}. Rounds: product ${few(measured.ours)}; floor ${few(measured.floor)}.`,
    ...(measured.notes ?? []),
  ]);
  return [...table, '', ...details].join('\n');
}
