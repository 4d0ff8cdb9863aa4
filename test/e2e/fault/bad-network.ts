import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Random } from './random.js';

/** What was done to connections, for the count at the end. */
export interface Harm {
  /** Requests that never arrived. */
  requestsLost: number;
  /** Answers that were lost after the server had done what was asked. */
  answersLost: number;
  /** Answers that broke off in the middle. */
  answersTorn: number;
  cuts: number;
}

/** A way to the server over the loopback that loses things on purpose. */
export class BadNetwork extends EventTarget {
  readonly harm: Harm = { requestsLost: 0, answersLost: 0, answersTorn: 0, cuts: 0 };
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #cut = false;
  /** Probability that one piece of what is sent is lost; 0 is a good network. */
  trouble = 0;

  constructor(
    private readonly random: Random,
    private readonly target: () => number,
  ) {
    super();
    this.#server = createServer((client) => this.#join(client));
  }

  /** Answers the port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** Everything is dead until it is mended: open connections break, new ones are refused. */
  cut(): void {
    this.#cut = true;
    this.harm.cuts += 1;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Devices notice that there is a network again. */
  mend(): void {
    this.#cut = false;
    this.dispatchEvent(new Event('online'));
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #join(client: Socket): void {
    if (this.#cut) return void client.destroy();
    const server = connect(this.target(), '127.0.0.1');
    const both = [client, server];
    const end = (): void => both.forEach((socket) => void socket.destroy());
    for (const socket of both) {
      this.#sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    // One chance for each request: a large file must not be a hundred times as unlucky as a small one.
    let answering = false;
    client.on('data', (piece) => {
      answering = false;
      if (this.#happens('requestsLost', 0.5)) return end();
      server.write(piece);
    });
    server.on('data', (piece) => {
      const first = !answering;
      answering = true;
      if (first && this.#happens('answersLost', 1)) return end();
      if (first && this.#happens('answersTorn', 0.5)) {
        client.write(piece.subarray(0, Math.ceil(piece.length / 2)), end);
        return;
      }
      client.write(piece);
    });
  }

  #happens(what: Exclude<keyof Harm, 'cuts'>, weight: number): boolean {
    if (!this.random.chance(this.trouble * weight)) return false;
    this.harm[what] += 1;
    return true;
  }
}
