export interface TestClamd {
  /** What WAYMARK_CLAMD is set to. */
  readonly socket: string;
  /** Runs it again after {@link TestClamd.stop}. */
  start(): Promise<void>;
  /** Ends it at once; nobody listens then. */
  stop(): Promise<void>;
  /** Ends it and removes what it left. */
  discard(): Promise<void>;
}

/**
 * A real clamd on a socket of its own, with one signature and no others: files that hold the words are what `name` says.
 * `settings` are lines of clamd.conf(5).
 */
export function startClamd(options: {
  name: string;
  words: string;
  settings?: Record<string, string>;
}): Promise<TestClamd>;
