import { TestEnvironment } from 'jest-environment-node';

let kept;

/** One realm for all files of a worker, since modules that stay belong to the one in which they were loaded. */
export default class KeptEnvironment extends TestEnvironment {
  constructor(...given) {
    if (kept) return kept;
    super(...given);
    kept = this;
    const { process } = this.global;
    this.before = { exit: process.exit, variables: { ...process.env } };
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    const { process } = this.global;
    process.exit = this.before.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.before.variables)) delete process.env[name];
    Object.assign(process.env, this.before.variables);
  }
}
