export interface Instance {
  /** The address for a browser, such as http://waymark.localhost:41234. */
  readonly url: string;
  /** The same for programs, whose name lookup does not know *.localhost; send `Host` along where it matters. */
  readonly direct: string;
  readonly port: number;
  readonly dataDir: string;
  /** Current process numbers; they change when a part is started again. */
  readonly pids: { supervisor: number; api: number; worker: number; postgres: number };
  /** Runs the product's command line against this instance. */
  lms(args: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  /** With `testClock`: from now on it is this moment, ISO 8601, for the product and not for the machine. */
  goTo(instant: string): Promise<void>;
  /** Kills the API without warning; it is started again by itself. */
  killApi(): void;
  killWorker(): void;
  /** Stops everything; the data folder is removed unless it was given or is to be kept. */
  stop(options?: { keepData?: boolean }): Promise<void>;
}

/**
 * Starts the built product on a fresh data folder and a free port. Build first: an instance never builds.
 * @param options `demo` brings the demonstration, copied where no data folder is given; `env` is added to the environment; `dataDir` and `port` may be given to start the same one again
 */
export function startInstance(options?: {
  demo?: boolean;
  env?: Record<string, string>;
  dataDir?: string;
  port?: number;
  /** In a new data folder alone: a clock that `goTo` moves. */
  testClock?: boolean;
}): Promise<Instance>;
