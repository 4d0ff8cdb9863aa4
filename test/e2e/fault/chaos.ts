import type { Instance } from '../../../tools/instance.mjs';
import type { BadNetwork } from './bad-network.js';
import type { Random } from './random.js';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** True when the API answers at its own port, past the bad network. */
export const answers = (instance: Instance): Promise<boolean> =>
  fetch(`${instance.direct}/api/v1/openapi.json`, { signal: AbortSignal.timeout(5000) }).then(
    async (response) => (await response.arrayBuffer(), response.ok),
    () => false,
  );

export interface Pace {
  /** Milliseconds between one blow and the next. */
  gap: [least: number, most: number];
  /** Cuts between two kills. */
  cuts: [least: number, most: number];
  /** Probability that a request or its answer is lost. */
  trouble: number;
}

/** For clients that need a moment to open. */
export const harsh: Pace = { gap: [700, 2500], cuts: [2, 4], trouble: 0.012 };
/** For a whole page with all its files: under blows without a pause none would ever be loaded. */
export const gentle: Pace = { gap: [6000, 10_000], cuts: [1, 2], trouble: 0.003 };

/** Kills the API and cuts the network, again and again, until it is told to stop. */
export class Chaos {
  kills = 0;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly instance: Instance,
    private readonly network: BadNetwork,
    private readonly random: Random,
    private readonly pace: Pace,
  ) {}

  start(): void {
    this.network.trouble = this.pace.trouble;
    this.#running = this.#run();
  }

  /** Resolves when the network is good and the API answers. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
    this.network.trouble = 0;
    this.network.mend();
    await this.#untilItAnswers();
  }

  async #run(): Promise<void> {
    // The first kill comes soon; then cuts between them. A program that dies too often is started again ever more slowly.
    for (let cuts = 1; !this.#stopped; cuts -= 1) {
      await wait(this.random.between(...this.pace.gap));
      if (this.#stopped) return;
      if (cuts > 0) {
        await this.#cut();
        continue;
      }
      await this.#kill();
      cuts = this.random.between(...this.pace.cuts);
    }
  }

  async #kill(): Promise<void> {
    this.instance.killApi();
    this.kills += 1;
    await this.#untilItAnswers();
  }

  async #cut(): Promise<void> {
    this.network.cut();
    await wait(this.random.between(200, 1500));
    this.network.mend();
  }

  async #untilItAnswers(): Promise<void> {
    while (!(await answers(this.instance))) await wait(50);
  }
}
