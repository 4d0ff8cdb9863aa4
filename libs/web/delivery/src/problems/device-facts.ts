import type { DeviceFacts } from '@lms/contracts';

/** What this browser says of its device; nothing that names the person. */
export function deviceFacts(waiting: number): DeviceFacts {
  return {
    userAgent: navigator.userAgent.slice(0, 400),
    language: navigator.language.slice(0, 40),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone.slice(0, 60),
    screen: `${screen.width} × ${screen.height}`.slice(0, 20),
    viewport: `${window.innerWidth} × ${window.innerHeight}`.slice(0, 20),
    pixelRatio: Math.min(20, Math.max(0, window.devicePixelRatio)),
    online: navigator.onLine,
    touch: navigator.maxTouchPoints > 0,
    waiting,
  };
}
