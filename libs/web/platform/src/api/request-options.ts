export type QueryValues = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: QueryValues;
  /** Sent as JSON; a Blob is sent as it is, as the type that it names. */
  body?: unknown;
  /** The version that was read, for `If-Match`: somebody else's change in between becomes 412 `changed-meanwhile`. */
  version?: number;
  signal?: AbortSignal;
}
