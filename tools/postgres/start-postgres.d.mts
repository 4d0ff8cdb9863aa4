export interface RunningPostgres {
  readonly pid: number;
  readonly port: number;
  /** Whether the server ran already. */
  readonly reattached: boolean;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** Connection string of one of the three roles. */
  url(role: 'postgres' | 'waymark_owner' | 'waymark_app', database: string): string;
  stop(): Promise<void>;
}

export function startPostgres(options: {
  dir: string;
  durable: boolean;
  settings?: Record<string, string | number>;
  database?: boolean;
}): Promise<RunningPostgres>;
