import { words } from './words.js';

const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads';

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  return made;
}

/** What this document shows: the content, or a notice when it is over. The list of parts stands in the app's own page. */
export class Stage {
  #content: HTMLIFrameElement | null = null;
  #notice: HTMLElement | null = null;

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

  /** Takes away what is shown; the content's unload handlers have run when this returns. */
  clear(): void {
    this.#content?.remove();
    this.#content = null;
    this.#notice?.remove();
    this.#notice = null;
  }

  notice(title: string, text: string): void {
    this.#notice?.remove();
    const notice = element('div');
    notice.className = 'notice';
    notice.setAttribute('role', 'alert');
    notice.append(element('h1', title), element('p', text));
    this.#notice = notice;
    document.body.append(notice);
  }
}
