import type { PracticalStatus } from '@lms/contracts';

/** A practical that nobody has looked at yet. A request for a signature is shown and goes to nobody. */
export class PreviewPractical {
  private readonly asked = new Map<string, { at: string; note: string }>();

  status(attemptId: string): PracticalStatus {
    return {
      attemptId,
      signers: { trainers: true, lineManagers: [], named: [] },
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
