import { createHash, randomBytes } from 'node:crypto';
import { type Chance, seededChance } from '@lms/domain';
import { Injectable } from '@nestjs/common';

/** Where each run's chance begins; what a learner sees of a run does not lead back to it. */
@Injectable()
export class QuizSeeds {
  next(): string {
    return randomBytes(24).toString('base64url');
  }
}

/** The same draw and the same shuffles for the same seed. */
export class SeededChance implements Chance {
  private readonly chance: Chance;

  constructor(seed: string) {
    this.chance = seededChance(seed, (text) => createHash('sha256').update(text).digest('hex'));
  }

  below(n: number): number {
    return this.chance.below(n);
  }

  id(): string {
    return this.chance.id();
  }
}
