interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** So many transactions are open at once; the last of them begins only for so many that it pays. */
export interface Transactions {
  atOnce: number;
  /** How many wait when one more may begin. */
  many: number;
}

const MOST_IN_ONE = 32;

/**
 * Writes that arrive while others are being written, or in the same turn of the event loop, go into transactions together:
 * under load they share the way to the database and its flush, and a single one waits for nobody. Each is answered when it
 * is durable. Should a transaction fail, each of its writes is tried alone, so that nobody pays for somebody else's.
 */
export class Batches<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private running = 0;
  private planned = false;

  constructor(
    /** One transaction. Answers as many as there are items, in their order. */
    private readonly write: (items: readonly Item[]) => Promise<readonly Answer[]>,
    /** Always the same, so that two transactions do not wait for each other. */
    private readonly order: (item: Item) => string,
    private readonly transactions: Transactions,
  ) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.plan();
    });
  }

  /** Begins when whatever else has arrived by now is read too: the first of sixteen would else go alone. */
  private plan(): void {
    if (this.planned || this.free() <= 0 || this.waiting.length === 0) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      this.begin();
    });
  }

  /** Shares what waits evenly between the transactions that are free, so that none is long while another is idle. */
  private begin(): void {
    const free = this.free();
    const taken = this.waiting
      .splice(0, free * MOST_IN_ONE)
      .sort((a, b) => compare(this.order(a.item), this.order(b.item)));
    const share = Math.ceil(taken.length / free);
    for (let at = 0; at < taken.length; at += share) this.run(taken.slice(at, at + share));
  }

  /** How many transactions may begin. */
  private free(): number {
    return this.transactions.atOnce + (this.waiting.length >= this.transactions.many ? 1 : 0) - this.running;
  }

  private run(batch: readonly Waiting<Item, Answer>[]): void {
    this.running += 1;
    void this.keep(batch).finally(() => {
      this.running -= 1;
      this.plan();
    });
  }

  private async keep(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.write(batch.map(({ item }) => item));
      if (answers.length !== batch.length) throw new Error(`${batch.length} were written, ${answers.length} answered`);
      answers.forEach((answer, at) => batch[at]?.resolve(answer));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.keep([one]);
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
