import type { CommitEntry, Launch } from '@lms/contracts';
import type { Journal } from './journal.js';

/** An entry is closed when it has grown to this many characters, so that each fits a request whatever its letters weigh. */
const fullAt = 150_000;
/** While leaving, so many values are written one by one, and later ones in groups of so many. */
const singly = 20;
const groupOf = 8;

/**
 * Numbers what the content says in one launch. Values set within one task become one entry. While the page is leaving, the
 * end of the task may not come, and a browser gives an unloading page about half a second: so the first values are
 * written at once, and a flood of them in groups.
 */
export class EntryLog {
  readonly unconfirmed = new Map<number, CommitEntry>();
  #seq = 0;
  #sco = '';
  #set: Record<string, string> | null = null;
  #size = 0;
  #count = 0;
  #lastWords = 0;
  #leaving = false;
  #frozen = false;

  constructor(
    private readonly launch: Pick<Launch, 'launchId' | 'commitToken'>,
    private readonly journal: Journal,
    private readonly post: (entry: CommitEntry) => void,
    private readonly now: () => Date = () => new Date(),
  ) {}

  set(sco: string, element: string, value: string): void {
    if (this.#frozen) return;
    if (sco !== this.#sco) this.flush();
    this.#sco = sco;
    if (this.#set === null) {
      this.#set = {};
      this.#size = 0;
      this.#count = 0;
      queueMicrotask(() => this.flush());
    }
    this.#set[element] = value;
    this.#size += element.length + value.length;
    this.#count += 1;
    if (this.#size > fullAt || (this.#leaving && this.#count >= this.#group())) this.flush();
  }

  /** Numbers, journals and posts what has been set so far, before it returns. */
  flush(): void {
    const set = this.#set;
    this.#set = null;
    if (set !== null) this.#write({ sco: this.#sco, set });
  }

  /** The content is finished with this visit to `sco`; `set` are the runtime's own conclusions. */
  end(sco: string, set: Record<string, string>): void {
    for (const [element, value] of Object.entries(set)) this.set(sco, element, value);
    if (sco !== this.#sco) this.flush();
    const last = this.#set;
    this.#set = null;
    this.#write({ sco, ...(last && { set: last }), ended: true });
  }

  confirmed(seqs: Iterable<number>): void {
    const list = [...seqs];
    for (const seq of list) this.unconfirmed.delete(seq);
    this.journal.drop(this.launch.launchId, list);
  }

  setLeaving(leaving: boolean): void {
    this.#leaving = leaving;
    this.#lastWords = 0;
    if (leaving) this.flush();
  }

  freeze(): void {
    this.flush();
    this.#frozen = true;
  }

  #group(): number {
    this.#lastWords += 1;
    return this.#lastWords > singly ? groupOf : 1;
  }

  #write(what: Pick<CommitEntry, 'sco' | 'set' | 'ended'>): void {
    if (this.#frozen) return;
    this.#seq += 1;
    // Fields in the order in which the app copies them: an entry's bytes are the same over every way it travels.
    const { sco, set, ended } = what;
    const at = this.now().toISOString();
    const entry: CommitEntry = { seq: this.#seq, sco, at, ...(set && { set }), ...(ended && { ended }) };
    this.unconfirmed.set(entry.seq, entry);
    // Journal first: the post may never arrive.
    this.journal.write(this.launch.launchId, this.launch.commitToken, entry);
    this.post(entry);
  }
}
