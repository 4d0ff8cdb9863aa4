import type { CommitEntry, Launch } from '@lms/contracts';

type Unnumbered = Omit<CommitEntry, 'seq' | 'at' | 'sco'>;

interface Keeper {
  add(launchId: string, commitToken: string, entries: CommitEntry[]): Promise<void>;
}

/** Numbers what the app's own players (video, document) have to say in one launch, and queues it. */
export class LaunchWriter {
  #seq = 0;

  constructor(
    private readonly queue: Keeper,
    private readonly launch: Pick<Launch, 'launchId' | 'commitToken'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Resolves when the entry is durable in this browser. */
  write(what: Unnumbered): Promise<void> {
    this.#seq += 1;
    const entry: CommitEntry = { seq: this.#seq, sco: 'main', at: this.now().toISOString(), ...what };
    return this.queue.add(this.launch.launchId, this.launch.commitToken, [entry]);
  }
}
