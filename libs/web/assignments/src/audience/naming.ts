/** What ids are called on a page, also those that were chosen a moment ago. */
export interface Naming {
  nameOf: (id: string) => string;
  remember: (choices: readonly { value: string; label: string }[]) => void;
}
