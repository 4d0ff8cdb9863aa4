import { whenParentDies } from '../setup/parent.mjs';

/**
 * Resolves `asked` when the process is to stop: Ctrl-C, a signal, or the end of the process that started it. One Ctrl-C
 * reaches us several times (from the terminal, from npm, from run.mjs), so only one that comes later means "now".
 */
export function stopRequest() {
  let first = 0;
  const asked = new Promise((done) => {
    const ask = () => {
      if (first === 0) {
        first = Date.now();
        done();
      } else if (Date.now() - first > 2000) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
    whenParentDies(ask);
  });
  return { asked };
}
