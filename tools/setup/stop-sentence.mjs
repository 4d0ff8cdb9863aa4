/** An end that a person should read as one sentence, without a stack; an empty one where somebody else has said it. */
export class Stop extends Error {
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Runs a command's main function; its result is the exit code. */
export async function runMain(main) {
  try {
    process.exit((await main(process.argv.slice(2))) ?? 0);
  } catch (error) {
    const said = error instanceof Stop ? error.message : (error?.stack ?? error);
    if (said !== '') process.stderr.write(`${said}\n`);
    process.exit(error instanceof Stop ? error.exitCode : 1);
  }
}
