import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instance, startInstance } from '../../../tools/instance.mjs';

export interface Pace {
  /** How many rounds are measured after the one that warms up. */
  rounds: number;
  /** How long each round of load lasts. */
  seconds: number;
}

/** Data folders that the cases share, and the one instance that runs at a time. */
export class Workbench {
  private readonly folders = new Map<string, string>();
  private running: Instance | undefined;

  constructor(
    readonly pace: Pace,
    readonly say: (line: string) => void,
  ) {}

  /** The running product with the demonstration Alliance, seeded once. */
  async demo(): Promise<Instance> {
    if (!this.running) {
      if (!this.folders.has('demo')) this.say('Making the demonstration Alliance …');
      const dataDir = await this.folder('demo');
      this.running = await startInstance({ demo: true, dataDir });
    }
    return this.running;
  }

  /** Ends the running product and keeps its data; answers where they lie. */
  async stopDemo(): Promise<string> {
    await this.running?.stop({ keepData: true });
    this.running = undefined;
    return this.folder('demo');
  }

  /** A data folder of that name, made the first time and removed at the end. */
  async folder(name: string): Promise<string> {
    const known = this.folders.get(name);
    if (known) return known;
    const dir = await mkdtemp(join(tmpdir(), `waymark-bench-${name}-`));
    // Root's own folders must let the database's account through.
    await chmod(dir, 0o711);
    this.folders.set(name, dir);
    return dir;
  }

  async close(): Promise<void> {
    await this.stopDemo();
    for (const dir of this.folders.values()) await rm(dir, { recursive: true, force: true });
    this.folders.clear();
  }
}
