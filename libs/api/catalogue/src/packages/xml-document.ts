import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PackageRefusal } from './package-refusal.js';
import { withoutDoctype } from './xml-doctype.js';

/** An element with names in lower case and without namespace prefixes: packages are careless about both. */
export interface XmlElement {
  name: string;
  /** By local name in lower case; namespace declarations are left out. */
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** The element's own text, without that of its children, trimmed. */
  text: string;
}

export interface XmlDocument {
  root: XmlElement;
  /** Every namespace that is declared anywhere in the document. */
  namespaces: ReadonlySet<string>;
}

type Node = Record<string, unknown>;

const MARK = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: CDATA,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are decoded below: the five of XML itself and numbers, never anything a document declares.
  processEntities: false,
  maxNestedTags: 60,
});

/**
 * Reads an XML document without following anything out of it. Refusals: `manifest-malformed`, `manifest-entities`.
 */
export function parseXml(text: string): XmlDocument {
  const plain = withoutDoctype(text);
  const verdict = XMLValidator.validate(plain, { allowBooleanAttributes: false });
  if (verdict !== true) throw malformed(`${verdict.err.msg} (line ${verdict.err.line})`);
  const namespaces = new Set<string>();
  try {
    const nodes = parser.parse(plain) as Node[];
    const root = nodes.map((node) => elementOf(node, namespaces)).find((element) => element !== undefined);
    if (!root) throw malformed('There is no element');
    return { root, namespaces };
  } catch (error) {
    if (error instanceof PackageRefusal) throw error;
    throw malformed(String((error as { message?: unknown }).message));
  }
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

function elementOf(node: Node, namespaces: Set<string>): XmlElement | undefined {
  const tag = Object.keys(node).find((key) => key !== MARK);
  if (tag === undefined || tag === TEXT || tag === CDATA || tag.startsWith('?')) return undefined;
  const inside = (node[tag] ?? []) as Node[];
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries((node[MARK] ?? {}) as Node)) {
    const decoded = decodeEntities(String(value));
    if (name === 'xmlns' || name.startsWith('xmlns:')) namespaces.add(decoded.trim());
    // A name without a prefix is the element's own and wins over the same name from elsewhere.
    else if (!name.includes(':') || !attributes.has(localName(name))) attributes.set(localName(name), decoded);
  }
  const children = inside.map((child) => elementOf(child, namespaces)).filter((child) => child !== undefined);
  return { name: localName(tag), attributes, children, text: inside.map(textOf).join('').trim() };
}

function textOf(node: Node): string {
  if (TEXT in node) return decodeEntities(String(node[TEXT]));
  return CDATA in node ? (node[CDATA] as Node[]).map((part) => String(part[TEXT] ?? '')).join('') : '';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? String(whole);
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0x10ffff ? '�' : String.fromCodePoint(code).toWellFormed();
  });
}

function malformed(detail: string): PackageRefusal {
  return new PackageRefusal(
    'manifest-malformed',
    'The package’s list of contents, imsmanifest.xml, is not correct XML. Export the package again.',
    detail,
  );
}
