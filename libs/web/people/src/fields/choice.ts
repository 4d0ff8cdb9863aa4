/** Something that was chosen from a search: its id and how it is called, so that a kept draft can show it again. */
export interface Choice {
  value: string;
  label: string;
  /** Below the name in the list, to tell two of one name apart. */
  detail?: string;
}

export const choiceOf = (id: string | null, name: string | null): Choice | null =>
  id === null ? null : { value: id, label: name ?? '…' };
