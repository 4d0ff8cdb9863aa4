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

/** More steps up than anybody takes who looks for an API: the known finders stop at 7 to 500. */
const STEPS = 2000;

/**
 * Makes this window look like the topmost one, so that a package looking for its API climbs no further. `top` cannot be
 * replaced; of the app's window it shows nothing but what any site may see, and its `opener` is always null.
 *
 * Some packages climb until a window is closed to them, as the app's would be, and ask for nothing else: above a window
 * that is its own parent they would never come to an end. Whoever goes on climbing in one breath is told what a browser
 * says of a window of another site.
 */
export function stopClimbing(own: object = window): void {
  let steps = 0;
  const parent = (): object => {
    if (steps === 0) queueMicrotask(() => (steps = 0));
    steps += 1;
    if (steps <= STEPS) return own;
    // Told once: whoever looks for the API afterwards, in the same breath, begins at the first step.
    steps = 0;
    throw new DOMException('Blocked a frame from climbing any further.', 'SecurityError');
  };
  Object.defineProperty(own, 'parent', { get: parent, configurable: false });
  Object.defineProperty(own, 'opener', { value: null, writable: false, configurable: false });
}
