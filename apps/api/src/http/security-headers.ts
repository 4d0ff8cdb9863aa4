import type { SecurityHeadersOptions } from '@nestjs/common';

/**
 * The app's own pages. Content hosts answer with a policy of their own. Nest checks it and makes the headers' text of it
 * once, when the app is made; each answer is given that text, a refused address too.
 */
export function securityHeaders(origin: string, contentOrigin: string): SecurityHeadersOptions {
  const secure = origin.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library sets custom properties in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', contentOrigin],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", contentOrigin],
        mediaSrc: ["'self'", contentOrigin],
        frameSrc: [contentOrigin],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  };
}
