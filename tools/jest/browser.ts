import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/react';

// What a page does next comes when the machine has time for it; a test that waits for it goes on at once then.
configure({ asyncUtilTimeout: 20_000 });

/** What the component library asks of a browser and jsdom does not have. */
class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

const define = (target: object, name: string, value: unknown) => {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
};

define(window, 'matchMedia', (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
}));
define(window, 'ResizeObserver', Observer);
define(window, 'IntersectionObserver', Observer);
define(Element.prototype, 'scrollIntoView', () => undefined);
define(document, 'fonts', new EventTarget());
