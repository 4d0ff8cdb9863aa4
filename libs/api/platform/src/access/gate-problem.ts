import { Forbidden } from '../http/problem.js';
import type { Gate } from './actor.js';

const SENTENCES: Readonly<Record<Gate, string>> = {
  'choose-password': 'Choose a password of your own first. The one you signed in with was given to you.',
};

/** Says what has to be done first; the gate's name is the code. */
export const gateProblem = (gate: Gate): Forbidden => new Forbidden(gate, SENTENCES[gate]);
