/** Where some bytes are: the SHA-256 of the bytes themselves, in lower-case hex, and how many there are. */
export interface StoredBytes {
  sha256: string;
  size: number;
}
