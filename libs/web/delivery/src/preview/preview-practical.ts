import type { PracticalStatus, PreviewedActivity } from '@lms/contracts';
import { previewTexts } from './texts.js';

/** A practical that nobody has looked at yet. A request for a signature is shown and goes to nobody. */
export class PreviewPractical {
  private readonly asked = new Map<string, { at: string; note: string }>();

  constructor(private readonly signersOf: (attemptId: string) => PreviewedActivity['signers']) {}

  status(attemptId: string): PracticalStatus {
    const { trainers, lineManagers, named } = this.signersOf(attemptId) ?? {
      trainers: false,
      lineManagers: false,
      named: [],
    };
    return {
      attemptId,
      signers: { trainers, lineManagers: lineManagers ? [previewTexts.t('lineManager')] : [], named },
      asked: this.asked.get(attemptId) ?? null,
      signOffs: [],
      done: false,
      courseDone: false,
    };
  }

  ask(attemptId: string, body: unknown): void {
    const note = typeof body === 'object' && body !== null && 'note' in body ? String(body.note) : '';
    this.asked.set(attemptId, { at: new Date().toISOString(), note });
  }

  withdraw(attemptId: string): void {
    this.asked.delete(attemptId);
  }
}
