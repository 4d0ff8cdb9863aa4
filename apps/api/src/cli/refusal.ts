/** A command does not do what was asked; the message is one plain sentence for whoever asked. */
export class Refusal extends Error {}
