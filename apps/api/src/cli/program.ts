import { Command } from 'commander';
import type { CommandIo } from './command-io.js';

/** Every command of `lms`. Each loads what it needs when it is run: most need no application. */
export function buildProgram(io: CommandIo): Command {
  const program = new Command('lms').description('Looks after an installation of Waymark').exitOverride();
  const command = (usage: string, description: string): Command =>
    program.command(usage).description(description).exitOverride();

  command('prepare', 'bring the database up to date, with demonstration data where that is wanted').action(async () =>
    (await import('./prepare.js')).prepare(io),
  );
  command('demo:seed', 'fill an empty database with the demonstration')
    .option('--seed <words>', 'what the demonstration is made from: the same words give the same people')
    .option('--today <date>', 'the day around which it is alive, such as 2026-11-23')
    .action(async (options: { seed?: string; today?: string }) =>
      (await import('./demo-seed.js')).demoSeed(io, options),
    );
  command('demo:accounts', 'who can sign in to the demonstration')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => (await import('./demo-accounts.js')).demoAccounts(io, options));
  command('check', 'verify every record and everything that is derived from the records').action(async () =>
    (await import('./check.js')).check(io),
  );
  command('anchor <file>', 'write where every record ends to a signed file that somebody else can keep').action(
    async (file: string) => (await import('./anchor.js')).anchor(io, file),
  );
  command(
    'verify <files...>',
    'verify records that people took away, beside anchors, and audit packs; needs no database',
  )
    .option('--key <digits>', 'the published key, which everything must be signed with')
    .action(async (files: string[], options: { key?: string }) =>
      (await import('./verify.js')).verify(io, files, options),
    );
  command('backup <file>', 'write everything to one file, while the product runs').action(async (file: string) =>
    (await import('./backup/backup.js')).backup(io, file),
  );
  command('restore <file>', 'put a backup back into an empty database').action(async (file: string) =>
    (await import('./backup/restore.js')).restore(io, file),
  );
  command('admin:create', 'make the first administrator and show the link to choose a password')
    .requiredOption('--email <address>', 'the address to sign in with')
    .requiredOption('--given <name>', 'given name')
    .requiredOption('--family <name>', 'family name')
    .action(async (options: { email: string; given: string; family: string }) =>
      (await import('./admin-create.js')).adminCreate(io, options),
    );
  command('second-factor:reset', 'take away the second step of somebody whom no administrator can help')
    .requiredOption('--name <sign-in name>', 'how they sign in')
    .action(async (options: { name: string }) =>
      (await import('./second-factor-reset.js')).secondFactorReset(io, options),
    );
  command('digest', 'what the digests of a day would be: counts and the longest mail; only the worker sends')
    .option('--dry-run', 'look and send nothing')
    .option('--date <date>', 'the day, such as 2026-11-23; otherwise today')
    .action(async (options: { dryRun?: boolean; date?: string }) => (await import('./digest.js')).digest(io, options));
  command('reindex', 'make the search index of the catalogue anew').action(async () =>
    (await import('./reindex.js')).reindex(io),
  );
  command('explain', 'replay what rules gave, from the facts and the versions that were stored')
    .option('--all', 'every reason that stands; there is no other choice yet')
    .action(async () => (await import('./explain.js')).explain(io));
  command('reconcile', 'compute for everybody what rules give, and put right what is different').action(async () =>
    (await import('./reconcile.js')).reconcile(io),
  );
  command('schema:check', 'compare what the program expects of the tables with the tables').action(async () =>
    (await import('./schema-check.js')).schemaCheck(io),
  );
  return program;
}
