import type { Workbench } from './setting/workbench.js';

/** What was measured, one number a round, the product beside its floor. */
export interface Measured {
  ours: number[];
  floor: number[];
  /** Sentences worth reading beside the numbers. */
  notes?: string[];
}

export interface Aim {
  /** Judged by the ratio to the floor, or by the product's own number. */
  of: 'ratio' | 'ours';
  atLeast?: number;
  atMost?: number;
}

/** One thing that is measured. Throws as soon as something answers otherwise than it should. */
export interface BenchCase {
  name: string;
  /** What is measured, for people. */
  title: string;
  unit: 'requests/s' | 's' | 'ms' | 'MB';
  /** Which way the ratio is taken; the product divided by the floor unless said otherwise. */
  ratio?: 'floor / product';
  /** Null where the number is told and nothing is demanded. */
  aim: Aim | null;
  run(bench: Workbench): Promise<Measured>;
}
