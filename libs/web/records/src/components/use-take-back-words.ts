import type { TakeBackRequest } from '@lms/contracts';
import type { RevocationReason } from '@lms/domain';
import { useState } from 'react';

export interface TakeBackWords {
  reason: RevocationReason;
  setReason: (reason: RevocationReason) => void;
  note: string;
  setNote: (note: string) => void;
  /** What is previewed. A note changes nothing that follows, so that nothing is asked while it is typed. */
  looked: TakeBackRequest;
  request: TakeBackRequest;
}

/** Why something is taken back, as it is being said. */
export function useTakeBackWords(): TakeBackWords {
  const [reason, setReason] = useState<RevocationReason>('wrong-person');
  const [note, setNote] = useState('');
  const looked = { reasonCode: reason, note: reason === 'other' ? '…' : '' };
  return { reason, setReason, note, setNote, looked, request: { reasonCode: reason, note: note.trim() } };
}
