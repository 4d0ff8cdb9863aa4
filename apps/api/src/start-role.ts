import { readConfiguration, WrongSetting, type Configuration } from '@lms/api-platform';

/** Runs one role of the product: settings checked first, a plain sentence when something is wrong, ready told upwards. */
export async function startRole(role: (configuration: Configuration) => Promise<() => Promise<void>>): Promise<void> {
  let stop: (() => Promise<void>) | undefined;
  const end = (): void => {
    const exit = (): never => process.exit(0);
    void (stop?.() ?? Promise.resolve()).then(exit, exit);
    // Somebody who waits for an answer for ever does not keep the product from stopping.
    setTimeout(exit, 10_000).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
  try {
    stop = await role(readConfiguration(process.env));
    process.send?.({ type: 'ready' });
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(error instanceof WrongSetting ? 2 : 1);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof WrongSetting) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${process.env['PORT'] ?? 3000} is taken. Set PORT to another one.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
