import { Forbidden } from '../http/problem.js';
import type { Gate } from './actor.js';

const SENTENCES: Readonly<Record<Gate, string>> = {
  'choose-password': 'Choose a password of your own first. The one you signed in with was given to you.',
  'second-factor': 'Confirm first that it is you, with your app, a passkey or a recovery code.',
  'set-up-second-factor': 'Your role asks for a second step at sign-in. Set it up first.',
};

/** Says what has to be done first; the gate's name is the code. */
export const gateProblem = (gate: Gate): Forbidden => new Forbidden(gate, SENTENCES[gate]);
