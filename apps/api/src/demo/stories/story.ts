import type { Desk } from './desk.js';

/** Something that people did a while ago. */
export interface Story {
  /** Days before today. */
  ago: number;
  /** Of that day, in UTC; a story is told by its hour among others of its day. */
  hour: number;
  tell(desk: Desk): Promise<void>;
}
