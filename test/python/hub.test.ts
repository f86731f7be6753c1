import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TOKENS } from '../hub/server/samples';
import { followLog, submitJob } from '../../src/hub';
import { CARD, MODEL, TestHub, value } from '../hub/support';

/** The loopback Hub is worth as much as the Hub's own tools agree with it. */
describe('huggingface_hub against the loopback Hub', function () {
  this.timeout(120_000);
  const test = new TestHub();

  it('understands each answer', async () => {
    test.state.addModel({ id: 'acme/gated', gatedFor: [] });
    test.state.addModel({ id: 'acme/private', private: true });
    const before = test.model.resolve('main')!;
    test.state.jobs.withoutCredits.add('acme');
    await runJob();
    const saw = (await runPython()) as Record<string, unknown>;
    const { errors, diff, text, jobs, ...rest } = saw;
    const [head, proposal] = [test.model.resolve('main')!, test.model.resolve('refs/pr/1')!];

    assert.equal(text, CARD);
    assert.match(String(diff), /^diff --git a\/README\.md b\/README\.md\n[^]*\n\+From Python\.\n$/);
    assert.deepEqual(rest, {
      whoami: ['mona', 'acme', 'write'],
      info: [MODEL, before.oid, 'mit', 'Anvil'],
      expanded: [before.oid, 'mit', null],
      siblings: ['README.md', 'config.json'],
      opened: [1, 'refs/pr/1', proposal.oid, `${test.hub.url}/${MODEL}/discussions/1`],
      listed: [[1, 'Change from Python', 'open', 'otto', true]],
      base: 'refs/heads/main',
      said: ['A comment.', 'otto'],
      events: ['comment', 'commit', 'comment', 'title-change', 'status-change', 'status-change', 'status-change'],
      merged: ['merged', head.oid, []],
      title: 'Renamed from Python',
      draft: [2, 'draft'],
      refs: ['refs/pr/1', 'refs/pr/2'],
      commits: ['Renamed from Python (#1)', 'initial commit'],
      tree: ['README.md', 'config.json'],
    });
    assert.deepEqual(jobs, {
      ran: ['COMPLETED', 'mona', 'cpu-upgrade', { by: 'python', name: 'greeting' }, true],
      log: ['from Python', 'signed in', '===== Job finished: status=COMPLETED ====='],
      listed: [{ by: 'python', name: 'greeting' }],
      ours: [['COMPLETED', MODEL]],
      cancelled: 'CANCELED',
      hardware: ['4', '320 GB', 166_667],
      errors: ['HfHubHTTPError 402', 'BadRequestError 400', 'JobNotFoundError 404'],
    });
    assert.deepEqual(errors, {
      'merge by a stranger': 'HfHubHTTPError 403',
      'auth check': 'none',
      'auth check to write': 'none',
      'auth check to write by a stranger': 'HfHubHTTPError 403',
      gated: 'GatedRepoError',
      private: 'RepositoryNotFoundError',
      'no repository': 'RepositoryNotFoundError',
      // It takes a 401 for a missing repository at addresses with https only.
      'no repository for nobody': 'HfHubHTTPError 401',
      'no revision': 'RevisionNotFoundError',
      'no file': 'RemoteEntryNotFoundError',
      'bad token': 'HfHubHTTPError 401',
      'stale parent': 'HfHubHTTPError 412',
      'good card': 'none',
      'bad card':
        'ValueError - Error: "base_model" with value "no id" is not valid. Use a model id from https://hf.co/models.',
    });
    assert.equal(test.model.text('README.md'), `${CARD}\nFrom Python.\n`);
  });

  /** A job of ours that Python is to find. */
  async function runJob(): Promise<void> {
    const spec = {
      image: 'debian:12',
      command: ['true'],
      environment: {},
      flavor: 'cpu-basic',
      timeoutSeconds: 60,
      labels: { model: MODEL },
      passesToken: false,
    };
    const connection = test.connect();
    const job = await value(submitJob(connection, { namespace: 'mona', spec, runId: 'ours' }));
    await value(followLog(connection, job, { entry: () => undefined }));
  }

  async function runPython(): Promise<unknown> {
    const home = mkdtempSync(join(tmpdir(), 'model-card-hub-'));
    try {
      const uv = process.env['MODEL_CARD_UV'] ?? 'uv';
      const script = join('test', 'python', 'hub_agreement.py');
      const tokens = { HF_TOKEN: TOKENS.mona, STRANGER_TOKEN: TOKENS.ottoDiscusses };
      const env = {
        ...process.env,
        ...tokens,
        HF_ENDPOINT: test.hub.url,
        HF_HOME: home,
        HF_HUB_DISABLE_TELEMETRY: '1',
      };
      const { stdout } = await promisify(execFile)(uv, ['run', '--no-project', script, MODEL], { env });
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    } finally {
      rmSync(home, { recursive: true });
    }
  }
});
