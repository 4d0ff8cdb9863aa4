/** As much of JSON Schema as the contracts' description uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
type Path = (string | number)[];

/** Makes bodies that a contract takes, or nearly so: ids are of things that exist. */
export class MadeBodies {
  constructor(
    private readonly components: Record<string, Schema>,
    private readonly idOf: (name: string) => string,
  ) {}

  /** One for each alternative of the contract. */
  all(schema: Schema): unknown[] {
    const whole = this.resolve(schema);
    const alternatives = whole.oneOf ?? whole.anyOf;
    return alternatives ? alternatives.flatMap((each) => this.all(each)) : [this.one(whole)];
  }

  private one(given: Schema, name = '', depth = 0): unknown {
    const schema = this.resolve(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    const [first] = (schema.oneOf ?? schema.anyOf ?? []).filter((each) => each.type !== 'null');
    if (first) return depth > 6 ? null : this.one(first, name, depth + 1);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => this.one(each, name, depth + 1)));
    if (schema.properties)
      return Object.fromEntries(
        Object.entries(schema.properties).map(([key, value]) => [key, this.one(value, key, depth + 1)]),
      );
    const kind = [schema.type].flat().find((type) => type !== 'null');
    if (kind === 'array') return depth > 6 ? [] : [this.one(schema.items ?? {}, name, depth + 1)];
    if (kind === 'object') return {};
    if (kind === 'boolean') return false;
    if (kind === 'integer' || kind === 'number') return Math.max(schema.minimum ?? 1, 1);
    return this.text(schema, name);
  }

  private text({ format, minLength = 0 }: Schema, name: string): string {
    if (format === 'uuid') return this.idOf(name);
    if (format === 'date') return '2026-12-01';
    if (format === 'date-time') return '2026-12-01T09:00:00Z';
    if (format === 'email' || /mail/i.test(name)) return 'somebody@example.org';
    if (format === 'uri') return 'https://example.org/page';
    return 'Some words'.padEnd(minLength, '.');
  }

  private resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : this.resolve(this.components[name] ?? {});
  }
}

/** The body with each of its values in turn replaced by what is hard to store or to count with. */
export function* spoiled(body: unknown): Generator<unknown> {
  for (const [path, value] of hard(body)) yield replaced(body, path, value);
}

function* hard(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (typeof value === 'string') for (const other of hardTexts(value)) yield [path, other];
  if (typeof value === 'number') for (const other of [-1, 2 ** 31]) yield [path, other];
  if (Array.isArray(value) && value.length > 0) yield [path, [...(value as unknown[]), ...(value as unknown[])]];
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* hard(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function hardTexts(text: string): string[] {
  if (/^[0-9a-f]{8}-/.test(text)) return [text.toUpperCase()];
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return ['9999-12-31T23:59:59Z'];
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return ['9999-12-31', '2999-12-31'];
  return ['a\u0000', 'a\ud800'];
}

function replaced(body: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(body))
    return body.map((each, at) => (at === key ? replaced(each, rest, value) : (each as unknown)));
  return { ...(body as object), [key]: replaced((body as Record<string, unknown>)[key], rest, value) };
}
