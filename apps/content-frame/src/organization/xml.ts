/** The text of a manifest: by its byte order mark, else by the encoding it declares, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start.replace(/^ï»¿/, ''))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** The root element, or null when it is no XML. A browser's parser fetches nothing and bounds what entities may become. */
export function parseXml(text: string): Element | null {
  const document = new DOMParser().parseFromString(text.replace(/^\ufeff/, ''), 'application/xml');
  return document.getElementsByTagName('parsererror').length > 0 ? null : document.documentElement;
}

/** Children by local name; tools differ in capitals and prefixes. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element ? [...element.children].filter((child) => child.localName.toLowerCase() === name) : [];
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return childrenOf(element, name)[0];
}

export function textOf(element: Element | undefined, name: string): string {
  return (childOf(element, name)?.textContent ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  for (const attribute of element?.attributes ?? []) {
    if (attribute.localName.toLowerCase() === name) return attribute.value.trim();
  }
  return undefined;
}

export function booleanOf(element: Element | undefined, name: string): boolean | undefined {
  const value = attributeOf(element, name)?.toLowerCase();
  return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : undefined;
}

export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : undefined;
}

/** Without the properties that are not there: the library tells “left out” from “undefined” only so. */
export function present<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Value>;
}
