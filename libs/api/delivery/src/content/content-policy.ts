const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads';

/** What may come from a host outside. */
const FROM_OUTSIDE = ['script-src', 'style-src', 'img-src', 'media-src', 'font-src', 'frame-src'];

const OWN = `'self' 'unsafe-inline' 'unsafe-eval' data: blob:`;
const TALK = `connect-src 'self' data: blob:`;

/**
 * What a package may do: run its own scripts, inline ones and eval included since real packages need them, and talk to
 * its own host and to those outside that were approved for it. Only our player and the package itself may frame it.
 *
 * @param outsideHosts names, with `*.` in front at most; reached by https only.
 */
export function contentPolicy(appOrigin: string, outsideHosts: readonly string[] = []): string {
  const outside = outsideHosts.map((host) => ` https://${host}`).join('');
  return [
    `default-src ${OWN}`,
    ...(outside ? FROM_OUTSIDE.map((directive) => `${directive} ${OWN}${outside}`) : []),
    // Workers would follow the scripts.
    ...(outside ? [`worker-src ${OWN}`] : []),
    `${TALK}${outside}`,
    `form-action 'self'`,
    `base-uri 'self'`,
    `object-src 'self'`,
    `frame-ancestors 'self' ${appOrigin}`,
    `sandbox ${SANDBOX}`,
  ].join('; ');
}
