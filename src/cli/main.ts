import { version } from '../../package.json';
import { addResults } from './addResults';
import { badUse } from './arguments';
import { batch } from './batch';
import { convert } from './convert';
import { evaluate } from './evaluate';
import { Exit, type ExitStatus } from './exit';
import { extract } from './extract';
import { fix } from './fix';
import { type Command, HELP } from './help';
import { importAa } from './importAa';
import { inspect } from './inspect';
import { mcp } from './mcp';
import { prs } from './prs';
import { show } from './show';
import { complain, fail, print } from './terminal';
import { validate } from './validate';

const COMMANDS: Readonly<Record<Command, (args: readonly string[]) => Promise<ExitStatus>>> = {
  inspect,
  show,
  extract,
  'add-results': addResults,
  'import-aa': importAa,
  convert,
  evaluate,
  validate,
  fix,
  prs,
  mcp,
  batch,
};

async function run([first, ...rest]: readonly string[]): Promise<ExitStatus> {
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') return help('program');
  if (first === '--version' || first === '-v') {
    await print(`${version}\n`);
    return Exit.done;
  }
  if (!Object.hasOwn(COMMANDS, first)) return fail(badUse(null, `There is no command "${first}"`));
  const command = first as Command;
  return asksForHelp(rest) ? help(command) : COMMANDS[command](rest);
}

/** Help counts wherever it is typed, but after `--` every word is a file. */
function asksForHelp(args: readonly string[]): boolean {
  const files = args.indexOf('--');
  const options = files < 0 ? args : args.slice(0, files);
  return options.includes('--help') || options.includes('-h');
}

async function help(about: keyof typeof HELP): Promise<ExitStatus> {
  await print(HELP[about]);
  return Exit.done;
}

// Whoever reads the output may stop before its end (`model-card inspect … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(Exit.done);
  complain(`model-card: the output cannot be written: ${error.message}.`);
  process.exit(Exit.unreadable);
});
run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    complain(`model-card: the program itself failed; please report this with the card.\n${detail}`);
    process.exitCode = Exit.unreadable;
  },
);
