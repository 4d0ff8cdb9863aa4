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
    if (!(error instanceof WrongSetting)) {
      console.error(sentenceOf(error));
      process.exit(1);
    }
    await say(error.message);
    process.exit(2);
  }
}

/** Whoever keeps several roles running says once what each of them found. */
const say = (sentence: string): Promise<void> =>
  new Promise((said) => {
    if (process.send) process.send({ type: 'wrong-setting', sentence }, () => said());
    else process.stderr.write(`${sentence}\n`, () => said());
  });

function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${process.env['PORT'] ?? 3000} is taken. Set PORT to another one.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
