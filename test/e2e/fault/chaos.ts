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

/** Kills the API and cuts the network, again and again, until it is told to stop. */
export class Chaos {
  kills = 0;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly instance: Instance,
    private readonly network: BadNetwork,
    private readonly random: Random,
  ) {}

  start(): void {
    this.network.trouble = 0.012;
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
      await wait(this.random.between(700, 2500));
      if (this.#stopped) return;
      if (cuts > 0) {
        await this.#cut();
        continue;
      }
      await this.#kill();
      cuts = this.random.between(2, 4);
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
