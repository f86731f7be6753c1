import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type * as Core from '../../src/core';
import { batchFigures } from './batch';
import { CHILDREN, editorFigures } from './editor';
import type { Figure } from './measure';
import { commandLineFigures, sizeFigures } from './program';
import { resultFileFigures } from './resultFiles';
import { growthFigures, tableFigures } from './tables';

// node out/test/bench/main.js [--json]: measures the built product in dist/. What a machine makes of it is printed, never judged
// by the exit status.
const { values } = parseArgs({ options: { json: { type: 'boolean' }, child: { type: 'string' } } });

if (values.child === undefined) printFigures();
else void CHILDREN[values.child]?.().then((result) => process.stdout.write(JSON.stringify(result)));

function printFigures(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const core = require(resolve('dist/card.js')) as typeof Core;
  const groups: readonly (() => readonly Figure[])[] = [
    sizeFigures,
    commandLineFigures,
    editorFigures,
    resultFileFigures,
    batchFigures,
    () => tableFigures(core),
    () => growthFigures(core),
  ];
  for (const measure of groups) {
    for (const figure of measure()) console.log(values.json === true ? JSON.stringify(figure) : row(figure));
  }
}

function row({ name, value, unit, goal, met }: Figure): string {
  const verdict = met === null ? '' : met ? 'met' : 'NOT MET';
  const limit = goal === null ? '' : `≤ ${String(goal)}`;
  return [name.padEnd(66), String(value).padStart(9), unit.padEnd(9), limit.padEnd(7), verdict].join(' ').trimEnd();
}
