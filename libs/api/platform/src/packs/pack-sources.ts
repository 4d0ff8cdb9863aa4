import type { Readable } from 'node:stream';
import type { PackManifest, RecordAsOf, RecordFile } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../access/actor.js';

/** How one person stood in one course. */
export type StandingThen = RecordAsOf['courses'][number] & { personId: string };

/** Tells how many people stood at a moment, as far as whoever asks may see. */
export interface StandsThen {
  /** What was known at `at`, in milliseconds since 1970, which is the day `on` in London; one person after the other. */
  standingsThen(ctx: Ctx, personIds: readonly string[], on: string, at: number): Promise<StandingThen[]>;
}

export type NewManifest = Omit<PackManifest['manifest'], 'format' | 'issuer' | 'publicKey'>;

/** Signs, and tells what was signed before. */
export interface SealsPacks {
  /** The chain of each entry, as its person would take it along; of entries that whoever asks sees whole. */
  recordFiles(ctx: Ctx, entryIds: readonly string[]): Promise<RecordFile[]>;
  /** Where all chains ended when that was last written down; null when it never was. */
  newestAnchor(): Promise<Readable | null>;
  seal(manifest: NewManifest): PackManifest;
}

/** What other features bring to an audit pack. Each offers it when it starts. */
@Injectable()
export class PackSources {
  private stands: StandsThen | undefined;
  private seals: SealsPacks | undefined;

  offerStandings(source: StandsThen): void {
    this.stands = source;
  }

  offerSeals(source: SealsPacks): void {
    this.seals = source;
  }

  all(): { stands: StandsThen; seals: SealsPacks } {
    const { stands, seals } = this;
    if (!stands || !seals) throw new Error('A pack needs standings and seals, and somebody has not offered theirs');
    return { stands, seals };
  }
}
