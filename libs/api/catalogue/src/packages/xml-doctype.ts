import { PackageRefusal } from './package-refusal.js';

const BEFORE_DOCTYPE = /(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;

/**
 * The document without its document type declaration: nothing it names is fetched and nothing it declares is used.
 * One that declares entities is refused (`manifest-entities`): they exist there only to do harm.
 */
export function withoutDoctype(text: string): string {
  BEFORE_DOCTYPE.lastIndex = 0;
  const start = BEFORE_DOCTYPE.exec(text)?.[0].length ?? 0;
  const plain = /^<!DOCTYPE/i.test(text.slice(start, start + 9))
    ? text.slice(0, start) + text.slice(end(text, start))
    : text;
  refuseDeclarations(plain);
  return plain;
}

/** Where the declaration that begins at `start` is over. */
function end(text: string, start: number): number {
  let inSubset = false;
  for (let at = start + 9; at < text.length; at++) {
    const character = text[at];
    if (inSubset && text.startsWith('<!ENTITY', at)) throw entities();
    if (text.startsWith('<!--', at)) at = skipTo(text, '-->', at + 4) + 2;
    else if (character === '"' || character === "'") at = skipTo(text, character, at + 1);
    else if (character === '[') inSubset = true;
    else if (character === ']') inSubset = false;
    else if (character === '>' && !inSubset) return at + 1;
  }
  throw unfinished();
}

/** Declarations anywhere else, where they are not correct XML but a parser might still heed them. */
function refuseDeclarations(text: string): void {
  for (let at = text.indexOf('<!'); at !== -1; at = text.indexOf('<!', at + 2)) {
    if (text.startsWith('<!--', at)) at = skipTo(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = skipTo(text, ']]>', at + 9);
    else if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))) throw entities();
  }
}

function skipTo(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  if (at === -1) throw unfinished();
  return at;
}

function entities(): PackageRefusal {
  return new PackageRefusal(
    'manifest-entities',
    'The package’s list of contents, imsmanifest.xml, declares entities of its own, which is not accepted.',
  );
}

function unfinished(): PackageRefusal {
  return new PackageRefusal(
    'manifest-malformed',
    'The package’s list of contents, imsmanifest.xml, is not correct XML. Export the package again.',
    'A comment or a declaration does not end',
  );
}
