import type { PortOffer } from '../protocol/messages.js';

/** What uploaded content may do. No top navigation, and nothing of the app's origin. */
export const frameSandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads' as const;

export function frameAddress(contentOrigin: string, contentToken: string): string {
  const address = new URL('/__waymark/frame', contentOrigin);
  address.searchParams.set('t', contentToken);
  return address.href;
}

/**
 * Loads the frame and hands it one end of a channel, once, to that exact origin. Later loads are the content navigating its own
 * frame: they get nothing and are reported. The app never listens to window messages at all.
 */
export function offerPort(
  iframe: HTMLIFrameElement,
  address: string,
  onReloaded: () => void,
  signal: AbortSignal,
): MessagePort {
  const { port1, port2 } = new MessageChannel();
  let offered = false;
  iframe.setAttribute('sandbox', frameSandbox);
  const onLoad = (): void => {
    // An iframe that was in the page without an address may still report its empty document.
    if (iframe.src !== address) return;
    if (offered) return onReloaded();
    offered = true;
    const offer: PortOffer = { type: 'waymark-port', version: 1 };
    iframe.contentWindow?.postMessage(offer, new URL(address).origin, [port2]);
  };
  iframe.addEventListener('load', onLoad, { signal });
  iframe.src = address;
  return port1;
}
