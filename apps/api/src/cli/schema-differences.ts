/** One column, as a program or a database sees it. */
export interface ColumnShape {
  table: string;
  column: string;
  /** In PostgreSQL's own words, such as `timestamp with time zone` or `text[]`. */
  type: string;
  nullable: boolean;
}

const nameOf = ({ table, column }: ColumnShape): string => `${table}.${column}`;

/**
 * Every way in which the program's columns are not the database's, as sentences. Columns that the program does not know
 * are none of its business unless a row cannot be added without them.
 */
export function schemaDifferences(
  program: readonly ColumnShape[],
  database: readonly (ColumnShape & { filled: boolean })[],
): string[] {
  const there = new Map(database.map((column) => [nameOf(column), column]));
  const known = new Set(program.map(nameOf));
  const tables = new Set(program.map(({ table }) => table));
  const differing = program.flatMap((column) => {
    const name = nameOf(column);
    const found = there.get(name);
    if (!found) return [`${name} is not in the database.`];
    return [
      ...(found.type === column.type ? [] : [`${name} is ${found.type} in the database, not ${column.type}.`]),
      ...(found.nullable === column.nullable
        ? []
        : [`${name} ${found.nullable ? 'may be' : 'is never'} empty in the database, unlike in the program.`]),
    ];
  });
  const needed = database
    .filter((column) => tables.has(column.table) && !known.has(nameOf(column)) && !column.nullable && !column.filled)
    .map((column) => `${nameOf(column)} must be given in the database, and the program does not know it.`);
  return [...differing, ...needed];
}
