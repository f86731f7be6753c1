import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followFile } from '../../../../src/editor/evaluations/log/followFile';
import { logSections } from '../../../../src/editor/evaluations/log/logSections';
import { LogText } from '../../../../src/editor/evaluations/log/logText';

describe('the log of a run', () => {
  it('folds results, tracebacks and what was installed', () => {
    const log = [
      ...['Downloading torch (800MiB)', ' + torch==2.7.1', 'Installed 90 packages', 'Loading'],
      ...['Traceback (most recent call last):', '  File "a.py", line 1', '    run()', 'ValueError: no'],
      ...['-----BEGIN MODEL CARD RESULTS-----', '{', '}', '-----END MODEL CARD RESULTS-----', 'Traceback of nothing'],
    ].join('\n');
    assert.deepEqual(
      logSections(log).map(({ start, end }) => [start, end]),
      [
        [0, 2],
        [4, 6],
        [8, 11],
      ],
    );
  });

  it('shows no colours and no progress that was overwritten', () => {
    const log = new LogText('the folder');
    log.add('\x1b[32mgreen\x1b[0m\r\n 10%\r 90%\rdone\n');
    assert.equal(log.text, 'green\ndone\n');
  });

  it('leaves out what is long gone', () => {
    const log = new LogText('/runs/one');
    for (let at = 0; at < 30; at++) log.add(`${`line ${String(at)} `.padEnd(99_999, '.')}\n`);
    assert.ok(log.text.length < 2_000_200);
    assert.match(log.text, /^\(Earlier lines are left out; all of them are in \/runs\/one\.\)\nline \d\d \./);
    assert.match(log.text, /\nline 29 \.+\n$/);
  });

  it('is read on while it grows, from before it is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-card-log-'));
    const path = join(folder, 'evaluation.log');
    let [text, looks] = ['', 0];
    const find = (): Promise<string | null> => {
      if (looks > 0) appendFileSync(path, 'ü'.repeat(looks));
      return Promise.resolve(looks++ === 0 ? null : path);
    };
    await followFile({ find, isComplete: () => looks === 3 }, (more) => (text += more), new AbortController().signal);
    assert.equal(text, 'ü'.repeat(1 + 2 + 3));
    rmSync(folder, { recursive: true });
  });
});
