import type { Sco } from '@lms/web-delivery';
import { words } from './words.js';

const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads';

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  return made;
}

/** What this document shows: the content, the list of parts when there are several, a notice when it is over. */
export class Stage {
  #content: HTMLIFrameElement | null = null;
  readonly #buttons = new Map<string, HTMLButtonElement>();

  /** Only drawn when there is a choice. */
  listParts(scos: Sco[], choose: (sco: Sco) => void): void {
    if (scos.length < 2) return;
    const list = element('ul');
    list.className = 'parts';
    list.setAttribute('aria-label', words.parts);
    for (const sco of scos) {
      const button = element('button', sco.title);
      button.type = 'button';
      button.addEventListener('click', () => choose(sco));
      this.#buttons.set(sco.identifier, button);
      const item = element('li');
      item.append(button);
      list.append(item);
    }
    document.body.prepend(list);
  }

  markCurrent(identifier: string): void {
    for (const [key, button] of this.#buttons) {
      if (key === identifier) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  markDone(sco: Sco): void {
    const button = this.#buttons.get(sco.identifier);
    if (button) button.textContent = words.done(sco.title);
  }

  show(address: string, title: string, onShown: () => void): void {
    this.clear();
    const content = element('iframe');
    content.setAttribute('sandbox', sandbox);
    content.title = title === '' ? words.content : title;
    content.allow = 'fullscreen; autoplay';
    content.src = address;
    content.addEventListener('load', onShown, { once: true });
    this.#content = content;
    document.body.append(content);
  }

  /** Takes the content away; its unload handlers have run when this returns. */
  clear(): void {
    this.#content?.remove();
    this.#content = null;
  }

  notice(title: string, text: string): void {
    const notice = element('div');
    notice.className = 'notice';
    notice.setAttribute('role', 'alert');
    notice.append(element('h1', title), element('p', text));
    for (const button of this.#buttons.values()) button.disabled = true;
    document.body.append(notice);
  }
}
