import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cardOf, generateTables, markdownTable } from './generate';
import { type Figure, figure, interleaved } from './measure';

/** The sizes of the bundles. */
export function sizeFigures(): readonly Figure[] {
  const goals = { 'dist/extension.js': 150, 'dist/card.js': 500 };
  return Object.entries(goals).map(([path, goal]) => figure(`size of ${path}`, statSync(path).size / 1000, 'kB', goal));
}

/** The command line on a small card against a Node that does nothing. */
export function commandLineFigures(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'model-card-'));
  try {
    const card = join(folder, 'README.md');
    writeFileSync(card, cardOf(generateTables(2), markdownTable));
    const program = resolve('dist/cli.js');
    const time = interleaved(
      {
        nothing: () => node('-e', '0'),
        help: () => node(program, '--help'),
        inspect: () => node(program, 'inspect', card),
        extract: () => node(program, 'extract', card, '--table', '1', '--model-index', '1'),
      },
      { rounds: 15, warmUp: 2 },
    );
    return [
      figure('model-card --help against node -e 0', time.help / time.nothing, '×', 3),
      figure('model-card inspect against node -e 0', time.inspect / time.nothing, '×', 3),
      figure('model-card extract against node -e 0', time.extract / time.nothing, '×', 3),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function node(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
}
