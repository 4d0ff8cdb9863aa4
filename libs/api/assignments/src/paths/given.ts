/** The moment of a change, and its calendar date in Europe/London. */
export interface Given {
  at: Date;
  today: string;
}
