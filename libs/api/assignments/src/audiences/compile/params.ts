/** The values of a statement that is put together from parts: each part adds its own and gets its place. */
export class Params {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    return `$${this.values.push(value)}::${type}`;
  }
}
