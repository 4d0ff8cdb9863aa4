import { runMain } from '../setup/stop-sentence.mjs';
import { start } from './start.mjs';

await runMain((args) => start({ json: args.includes('--json'), mayBuild: !args.includes('--no-build') }));
