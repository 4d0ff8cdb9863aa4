import type { CommitEntry, CommitResult, Launch } from '@lms/contracts';

/** Browsers refuse more than 64 kB of requests that outlive their page, all together. */
const budgetBytes = 60_000;
const envelopeBytes = 600;

/** Sends small, unconfirmed entries by a request that survives the page. A help, never the only way. */
export class Keepalive {
  #left = budgetBytes;
  readonly #underWay = new Set<number>();

  constructor(
    private readonly launch: Pick<Launch, 'launchId' | 'commitToken'>,
    private readonly confirmed: (seqs: number[]) => void,
  ) {}

  send(entries: Iterable<CommitEntry>): void {
    const chosen: CommitEntry[] = [];
    let bytes = envelopeBytes + this.launch.commitToken.length;
    for (const entry of entries) {
      if (this.#underWay.has(entry.seq) || chosen.length === 200) continue;
      const more = new TextEncoder().encode(JSON.stringify(entry)).byteLength + 1;
      if (bytes + more > this.#left) continue;
      bytes += more;
      chosen.push(entry);
    }
    if (chosen.length > 0) void this.#post(chosen, bytes);
  }

  async #post(entries: CommitEntry[], bytes: number): Promise<void> {
    const { launchId, commitToken } = this.launch;
    this.#left -= bytes;
    for (const { seq } of entries) this.#underWay.add(seq);
    try {
      const response = await fetch('/__waymark/commits', {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ launchId, commitToken, entries }),
      });
      if (response.ok) this.confirmed(((await response.json()) as CommitResult).acknowledged);
    } catch {
      // The journal still has them.
    } finally {
      this.#left += bytes;
      for (const { seq } of entries) this.#underWay.delete(seq);
    }
  }
}
