import { Command, CommanderError, Option } from 'commander';
import { fail } from './terminal/output.ts';
import { usageOf } from './terminal/usage.ts';

/** The terminal door. Each command's code is loaded when it is asked for, so that the program starts quickly. */
const asksJson = process.argv.includes('--json');
const program = new Command('mengbu')
  .description('Mengbu 盟簿: the register of an industry–university–research joint body')
  .option('--json', 'print one JSON document; errors as JSON on stderr')
  .exitOverride()
  .showHelpAfterError()
  // What is wrong is said once, in the terminal's language, by `fail`; with --json without the help around it.
  .configureOutput({
    writeErr: (text) => void (asksJson || text.startsWith('error: ') || process.stderr.write(text)),
  });

const vault = program.command('vault').description('make and check vaults');
unlocking(
  vault
    .command('create')
    .argument('<dir>', 'a new or empty folder')
    .requiredOption('--name <name>', 'name of the joint body')
    .option('--recovery-out <file>', 'write the recovery identity to this new file and seal the vault to it')
    .option('--demo', 'fill it with the sample joint body')
    .description('make a vault'),
).action(async (dir, options) => (await import('./terminal/vault.ts')).create(dir, all(options)));
unlocking(
  vault
    .command('check')
    .argument('[dir]', 'the vault')
    .description('open every tier and check pages, journal and files'),
).action(async (dir, options) => (await import('./terminal/vault.ts')).check(dir, all(options)));

program
  .command('serve')
  .description('open the browser door')
  .option('--port <n>', 'the port; 0 takes any', '0')
  .option('--no-open', 'do not open the browser')
  .action(async (options) => (await import('./terminal/serve.ts')).serve(options));

unlocking(
  program
    .command('call')
    .argument('[procedure]', 'such as records.get')
    .argument('[input]', 'JSON, @FILE or - for stdin')
    .option('--list', 'every procedure with the schemas of input, output and errors')
    .option('--batch', 'lines of {"procedure","input"} in, lines of {"result"} or {"error"} out')
    .description('any procedure of the contract'),
).action(async (procedure, input, options) =>
  (await import('./terminal/call.ts')).call(procedure, input, all(options)),
);

const records = program.command('records').description('the archive');
unlocking(
  records
    .command('add')
    .argument('<path...>', 'files and folders')
    .requiredOption('--level <level>', 'PUBLIC, INTERNAL, TRADE_SECRET or CORE_TRADE_SECRET')
    .option('--title <title>', 'title of the one record or group')
    .option('--term <term>', 'such as P5Y, P6M, PERMANENT, UNTIL_PUBLISHED')
    .option('--basis <text>', 'on what the level stands')
    .addOption(
      new Option('--as <shape>', 'each file a record, all one record, or a photo group')
        .choices(['each', 'one', 'group'])
        .default('each'),
    )
    .option('--fields <json>', 'fields of every record, JSON')
    .option('--catalogue <file>', 'a 归档目录 (.xlsx or .csv): each row a record, files matched by name')
    .option('--take-duplicates', 'file again what the vault holds already')
    .description('file what lies at these paths; prints one id a line'),
).action(async (paths, options) => (await import('./terminal/records.ts')).add(paths, all(options)));

unlocking(
  program
    .command('search')
    .argument('<text>')
    .option('--limit <n>', 'hits of each kind', '20')
    .description('what the search page shows'),
).action(async (text, options) => (await import('./terminal/records.ts')).search(text, all(options)));

const bundle = program.command('bundle').description('bundles for partners');
unlocking(
  bundle
    .command('create')
    .option('--items <ids>', 'ids, with commas between')
    .option('--query <text>', 'all that the search page finds for this')
    .option('--to <card>', "a contact's id or a card file")
    .option('--recipient <name>', 'a named person, by passphrase')
    .option('--unit <name>', "the recipient's unit")
    .option('--passphrase-out <file>', 'write the proposed passphrase to this new file')
    .option('--purpose <text>', 'what it is sent for; stands in the bundle and in the ledger')
    .option('--expires <date>', 'the last day it may be used, YYYY-MM-DD')
    .option('--consent <text>', 'on what ground personal information goes')
    .option('--strip-location', 'leave location and camera serials out of pictures')
    .option('--out <file>', 'the new bundle')
    .option('--dry-run', 'only say what may go, what may not, and why')
    .description('compose a bundle'),
).action(async (options) => (await import('./terminal/compose.ts')).compose(all(options)));
keys(bundle.command('verify').argument('<file...>').description('the verdict; no vault needed')).action(
  async (files, options) => (await import('./terminal/bundles.ts')).verify(files, all(options)),
);
keys(
  bundle
    .command('open')
    .argument('<file...>')
    .requiredOption('--out <dir>', 'an empty or new folder')
    .description('verify, then write the bag; no vault needed'),
).action(async (files, options) => (await import('./terminal/bundles.ts')).open(files, all(options)));

const showcase = program.command('showcase').description('exhibitions');
unlocking(
  showcase
    .command('export')
    .argument('<exhibition>', 'its id, or its whole title')
    .requiredOption('--out <dir>', "the folder in which the pack's own folder is made")
    .option('--expires <date>', 'the last day it may be shown, YYYY-MM-DD')
    .description('write a pack that opens without a network, tested for leaks'),
).action(async (exhibition, options) =>
  (await import('./terminal/showcase.ts')).exportExhibition(exhibition, all(options)),
);

unlocking(
  program
    .command('backup')
    .argument('<place>', 'the folder to make the copy in')
    .description('a verified copy of the open tiers'),
).action(async (place, options) => (await import('./terminal/vault.ts')).backup(place, all(options)));
program
  .command('restore')
  .argument('<backup>')
  .argument('<dir>', 'a new folder')
  .description('a vault from a backup')
  .action(async (from, into) => (await import('./terminal/vault.ts')).restore(from, into, program.opts()));

// A reader that has seen enough (head, less) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) await fail(error, asksJson);
  else if (error.exitCode !== 0) await fail(usageOf(error), asksJson);
}

function unlocking(command: Command): Command {
  return command
    .option('--vault <dir>', 'the vault (or MENGBU_VAULT)')
    .option('--user <name>', 'the user (or MENGBU_USER)')
    .option('--passphrase-file <file>', 'the passphrase, first line; - for stdin');
}

function keys(command: Command): Command {
  return command
    .option('--identity <file>', 'an age identity file')
    .option('--passphrase-from <file>', 'the passphrase, first line')
    .option('--signer <card>', 'demand the signature of this contact card');
}

/** A command's own options and those of the program. */
function all<T extends object>(options: T): T & { json?: boolean } {
  return { ...options, ...program.opts() };
}
