/** `device` follows the device's own setting. */
export type ColourScheme = 'device' | 'light' | 'dark';

const storageKey = 'waymark.colour-scheme';
const attribute = 'data-mantine-color-scheme';
const listeners = new Set<() => void>();

/** What the person chose on this device. */
export function readColourScheme(): ColourScheme {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'light' || kept === 'dark' ? kept : 'device';
  } catch {
    return 'device';
  }
}

/** What is shown: the choice, or else what the device says. */
export function shownColourScheme(): 'light' | 'dark' {
  const choice = readColourScheme();
  if (choice !== 'device') return choice;
  return window.matchMedia?.('(prefers-color-scheme: dark)')?.matches ? 'dark' : 'light';
}

function apply(): void {
  document.documentElement.setAttribute(attribute, shownColourScheme());
  for (const listener of listeners) listener();
}

export function chooseColourScheme(choice: ColourScheme): void {
  try {
    if (choice === 'device') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply();
}

export function subscribeColourScheme(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Sets the scheme before the first paint and keeps up with the device and with other tabs. */
export function startColourScheme(): void {
  apply();
  window.matchMedia?.('(prefers-color-scheme: dark)')?.addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey) apply();
  });
}
