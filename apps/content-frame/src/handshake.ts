import type { PortOffer } from '@lms/web-delivery';

function isOffer(value: unknown): value is PortOffer {
  if (typeof value !== 'object' || value === null) return false;
  return 'type' in value && value.type === 'waymark-port' && 'version' in value && value.version === 1;
}

/**
 * Resolves with the app's port: the first well-formed offer that comes from the app's own origin and from the very window
 * that embeds this one. Nothing else is ever answered. Calls `onPort` before any other code can run.
 */
export function awaitPort(appOrigin: string, onPort: (port: MessagePort) => void): void {
  const parent = window.parent;
  const listen = (event: MessageEvent<unknown>): void => {
    const port = event.ports[0];
    if (event.origin !== appOrigin || event.source !== parent || !isOffer(event.data) || !port) return;
    window.removeEventListener('message', listen);
    onPort(port);
  };
  window.addEventListener('message', listen);
}

/**
 * Makes this window look like the topmost one, so that a package looking for its API climbs no further. `top` cannot be
 * replaced; of the app's window it shows nothing but what any site may see, and its `opener` is always null.
 */
export function stopClimbing(): void {
  Object.defineProperty(window, 'parent', { value: window, writable: false, configurable: false });
  Object.defineProperty(window, 'opener', { value: null, writable: false, configurable: false });
}
