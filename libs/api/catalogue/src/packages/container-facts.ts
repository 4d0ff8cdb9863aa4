/** What a film's container says of itself; null where it does not say. */
export interface ContainerFacts {
  seconds: number | null;
  hasPicture: boolean;
}
