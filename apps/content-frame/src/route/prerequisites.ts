/** What is known of a part when a prerequisite asks for it: SCORM 1.2 `cmi.core.lesson_status`. */
export type StatusOf = (identifier: string) => string | undefined;

const done = new Set(['passed', 'completed']);
/** AICC writes the status in capitals and may shorten it to its first letter. */
const statuses = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'];
const tokens = /\s*("[^"]*"|\d+\s*\*\s*\{|[&|~(){},=]|<>|[^\s&|~(){},=<>"]+)/y;

function tokensOf(script: string): string[] | null {
  const found: string[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < script.trimEnd().length) {
    const token = tokens.exec(script)?.[1];
    if (token === undefined || found.length > 2000) return null;
    found.push(token);
  }
  return found;
}

/**
 * Whether an `adlcp:prerequisites` script (SCORM 1.2 CAM 2.3.2.5.1, `aicc_script`) is fulfilled: `&` and, `|` or, `~` not,
 * `=` and `<>` with a status, brackets, and `n*{a,b,c}` for any n of a set. A script that cannot be read holds nothing up.
 */
export function prerequisitesMet(script: string, statusOf: StatusOf): boolean {
  const list = script.trim() === '' ? [] : tokensOf(script);
  if (list === null || list.length === 0) return true;
  try {
    const reader = new Reader(list, statusOf);
    const met = reader.either();
    return reader.atEnd() ? met : true;
  } catch {
    return true;
  }
}

class Reader {
  #at = 0;

  constructor(
    private readonly list: string[],
    private readonly statusOf: StatusOf,
  ) {}

  atEnd(): boolean {
    return this.#at >= this.list.length;
  }

  either(): boolean {
    let met = this.#both();
    while (this.#take('|')) met = this.#both() || met;
    return met;
  }

  #both(): boolean {
    let met = this.#one();
    while (this.#take('&')) met = this.#one() && met;
    return met;
  }

  #one(): boolean {
    if (this.#take('~')) return !this.#one();
    if (this.#take('(')) return this.#closed(this.either(), ')');
    const token = this.list[this.#at++];
    if (token === undefined) throw new SyntaxError('The script ends early');
    if (/^\d+\s*\*/.test(token)) return this.#some(Number.parseInt(token, 10));
    if (token === '{') return this.#some(Infinity);
    if (/^[&|(){},=]|^<>/.test(token)) throw new SyntaxError(`Unexpected ${token}`);
    return this.#compared(token);
  }

  #compared(identifier: string): boolean {
    const status = this.statusOf(identifier) ?? 'not attempted';
    if (this.#take('=')) return status === this.#status();
    if (this.#take('<>')) return status !== this.#status();
    return done.has(status);
  }

  #status(): string {
    const word = (this.list[this.#at++] ?? '').replaceAll('"', '').trim().toLowerCase();
    return statuses.find((status) => status === word || (word.length === 1 && status.startsWith(word))) ?? word;
  }

  /** A set: with `count`, at least so many of it. */
  #some(count: number): boolean {
    const members = [this.either()];
    while (this.#take(',')) members.push(this.either());
    const met = members.filter(Boolean).length;
    return this.#closed(met >= Math.min(count, members.length), '}');
  }

  #closed(met: boolean, bracket: string): boolean {
    if (!this.#take(bracket)) throw new SyntaxError('A bracket is not closed');
    return met;
  }

  #take(token: string): boolean {
    if (this.list[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}
