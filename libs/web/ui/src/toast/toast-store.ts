/** A short sentence that says a thing is done, and may offer to take it back. */
export interface ToastMessage {
  id: number;
  text: string;
  tone: 'good' | 'danger';
  action?: { text: string; run: () => void };
}

const shownMs = 6000;
let messages: readonly ToastMessage[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ToastMessage[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

/**
 * Shows a message for six seconds; one with an action stays until it is used or closed. It takes the place of what was
 * merely said before it: three quick steps do not pile up over the page.
 */
export function toast(text: string, options: Partial<Pick<ToastMessage, 'tone' | 'action'>> = {}): void {
  const message: ToastMessage = { id: ++lastId, text, tone: options.tone ?? 'good', action: options.action };
  const kept = messages.filter((earlier) => earlier.tone === 'danger' || earlier.action);
  set([...kept.slice(-2), message]);
  if (!message.action) setTimeout(() => closeToast(message.id), shownMs);
}

export function closeToast(id: number): void {
  set(messages.filter((message) => message.id !== id));
}

export const toasts = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): readonly ToastMessage[] => messages,
};
