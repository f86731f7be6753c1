import assert from 'node:assert/strict';
import { whoAmI } from '../../src/hub/account';
import { listHardware } from '../../src/hub/jobs/hardware';
import { isOver, type Job } from '../../src/hub/jobs/job';
import { cancelJob, getJob, type JobSpec, listJobs, RUN_LABEL, submitJob } from '../../src/hub/jobs/jobs';
import { followLog } from '../../src/hub/jobs/log';
import { mayRunJobs } from '../../src/hub/jobs/rights';
import type { HubConnection } from '../../src/hub/connection';
import type { HubRequest } from './server/exchange';
import type { Fault } from './server/faults';
import { TOKENS } from './server/samples';
import { failure, TestHub, value } from './support';

const GIB = 2 ** 30;

/** A job that runs a line of a shell script. */
function shell(script: string, changes: Partial<JobSpec> = {}): JobSpec {
  return {
    image: 'debian:12',
    command: ['/bin/sh', '-c', script],
    environment: {},
    flavor: 'cpu-basic',
    timeoutSeconds: 60,
    labels: { model: 'acme/anvil' },
    passesToken: false,
    ...changes,
  };
}

let runs = 0;

function submit(connection: HubConnection, spec: JobSpec, namespace = 'mona') {
  return submitJob(connection, { namespace, spec, runId: `run-${++runs}` });
}

/** Follows a job to its end. */
async function follow(
  connection: HubConnection,
  job: Job,
): Promise<{ readonly job: Job; readonly log: readonly string[] }> {
  const log: string[] = [];
  return { job: await value(followLog(connection, job, { entry: (text) => log.push(text) })), log };
}

const isSubmit = ({ method, url }: HubRequest): boolean => method === 'POST' && /^\/api\/jobs\/\w+$/.test(url.pathname);
const isLog = ({ url }: HubRequest): boolean => url.pathname.endsWith('/logs');

describe('jobs', () => {
  const test = new TestHub();

  it('lists hardware with memory and price, for nobody too', async () => {
    const hardware = await value(listHardware(test.connect(null)));
    assert.equal(hardware.length, 26);
    const find = (flavor: string) => hardware.find((one) => one.flavor === flavor);
    assert.deepEqual(find('a100x4'), {
      flavor: 'a100x4',
      title: '4x Nvidia A100',
      memory: 568 * GIB,
      disk: 4000 * GIB,
      accelerator: { type: 'gpu', model: 'A100', manufacturer: 'Nvidia', count: 4, memory: 80 * GIB },
      pricePerMinute: 166_667,
    });
    assert.deepEqual([find('cpu-basic')?.accelerator, find('cpu-basic')?.pricePerMinute], [null, 167]);
  });

  it('starts a job, follows its log to the end and finds it among others', async () => {
    const connection = test.connect();
    const spec = shell('echo one; echo "two $COLOUR" >&2; sleep 0.1; printf "no end"', {
      environment: { COLOUR: 'ünder' },
    });
    const started = await value(submit(connection, spec));
    assert.deepEqual([started.namespace, started.flavor, isOver(started)], ['mona', 'cpu-basic', false]);
    assert.equal(started.page, `${test.hub.url}/jobs/mona/${started.id}`);
    const { job, log } = await follow(connection, started);
    assert.match(log[0] ?? '', /^===== Job started at .* =====$/);
    assert.deepEqual([...log.slice(1, 3)].sort(), ['one', 'two ünder']);
    assert.deepEqual(log.slice(3), ['no end', '===== Job finished: status=COMPLETED =====']);
    assert.deepEqual([job.stage, isOver(job), job.command[0]], ['COMPLETED', true, '/bin/sh']);
    assert.ok(job.finishedAt!.getTime() >= job.startedAt!.getTime());

    const other = await value(submit(connection, shell('true', { labels: { model: 'acme/hammer' } })));
    assert.deepEqual(
      (await value(listJobs(connection, 'mona'))).map(({ id }) => id),
      [other.id, job.id],
    );
    const labelled = await value(listJobs(connection, 'mona', { model: 'acme/anvil' }));
    assert.deepEqual(
      labelled.map(({ id, labels }) => [id, labels]),
      [[job.id, { model: 'acme/anvil', [RUN_LABEL]: `run-${runs - 1}` }]],
    );
    assert.deepEqual(await value(listJobs(connection, 'acme')), []);
  });

  it('lists the jobs of all pages', async () => {
    const connection = test.connect();
    for (let at = 0; at < 5; at++) await value(submit(connection, shell('true', { labels: { at: String(at) } })));
    test.state.jobs.pageSize = 2;
    const all = await value(listJobs(connection, 'mona'));
    assert.equal(all.map(({ labels }) => labels['at']).join(''), '43210');
    assert.equal(test.count(/GET \/api\/jobs\/mona(?:\?cursor=[24])?$/), 3);
  });

  it('tells a job that fails, and one that takes too long', async () => {
    const connection = test.connect();
    const failed = await follow(connection, await value(submit(connection, shell('echo oh; exit 3'))));
    assert.deepEqual([failed.job.stage, failed.job.message], ['ERROR', 'Job failed with exit code: 3']);
    assert.ok(failed.log.includes('oh'));
    const late = await follow(connection, await value(submit(connection, shell('sleep 30', { timeoutSeconds: 1 }))));
    assert.deepEqual([late.job.stage, late.job.message], ['ERROR', 'Job timeout']);
    const missing = await follow(
      connection,
      await value(submit(connection, shell('', { command: ['no-such-program'] }))),
    );
    assert.match(missing.job.message ?? '', /ENOENT/);
  });

  it('cancels a job that runs, and one that waits', async () => {
    const connection = test.connect();
    const running = await value(submit(connection, shell('echo begun; sleep 30')));
    const followed = follow(connection, running);
    while (test.state.jobs.all[0]?.log.length !== 2) await new Promise((done) => setTimeout(done, 10));
    assert.equal((await value(cancelJob(connection, running))).stage, 'CANCELED');
    const { job, log } = await followed;
    assert.equal(job.stage, 'CANCELED');
    assert.ok(log.includes('begun'));
    test.state.jobs.queueStands = true;
    const waiting = await value(submit(connection, shell('true')));
    assert.equal((await value(getJob(connection, waiting))).stage, 'SCHEDULING');
    assert.equal((await value(cancelJob(connection, waiting))).stage, 'CANCELED');
  });

  it('gives a job the token as a secret, which is shown nowhere', async () => {
    const connection = test.connect();
    const script = 'test -n "$HF_TOKEN" && echo signed in || echo nobody';
    const passed = await follow(connection, await value(submit(connection, shell(script, { passesToken: true }))));
    assert.ok(passed.log.includes('signed in'));
    assert.equal(test.state.jobs.all[0]?.spec.secrets['HF_TOKEN'], TOKENS.mona);
    assert.ok(!JSON.stringify([passed, await value(listJobs(connection, 'mona'))]).includes(TOKENS.mona));
    const kept = await follow(connection, await value(submit(connection, shell(script))));
    assert.ok(kept.log.includes('nobody'));
  });

  for (const [name, fault] of Object.entries<Fault>({
    'is cut': { kind: 'cut', when: 'within' },
    'falls silent': { kind: 'slow' },
    'cannot be had': { kind: 'answer', reply: { status: 503 } },
  })) {
    it(`takes a log up again where it was when it ${name}`, async () => {
      const connection = test.connect();
      const started = await value(submit(connection, shell('for n in 1 2 3 4 5 6; do echo $n; sleep 0.05; done')));
      test.hub.faults.add({ fault, matches: isLog, times: 2 });
      const { job, log } = await follow(connection, started);
      assert.equal(job.stage, 'COMPLETED');
      assert.deepEqual(log.slice(1, -1), ['1', '2', '3', '4', '5', '6']);
      assert.equal(test.count(/\/logs$/), 3);
      assert.equal(test.timers.pending, 0);
    });
  }

  it('goes on where the Hub is out of reach for minutes, also when it looks at the job', async () => {
    const connection = test.connect();
    const started = await value(submit(connection, shell('echo 1')));
    test.hub.faults.add({ fault: { kind: 'cut', when: 'before' }, matches: () => true, times: 15 });
    const { job, log } = await follow(connection, started);
    assert.equal(job.stage, 'COMPLETED');
    assert.ok(log.includes('1'));
  });

  it('ends with a failure where a log breaks off again and again, and when it is stopped', async () => {
    const connection = test.connect();
    const started = await value(submit(connection, shell('echo 1; sleep 30')));
    const off = test.hub.faults.add({ fault: { kind: 'answer', reply: { status: 503 } }, matches: isLog, times: 999 });
    assert.equal((await failure(followLog(connection, started, { entry: () => undefined }))).kind, 'server-error');
    off();
    const stop = new AbortController();
    const followed = followLog(connection, started, { entry: () => stop.abort() }, stop.signal);
    assert.equal((await failure(followed)).kind, 'cancelled');
    assert.equal(test.timers.pending, 0);
  });

  it('does not wait for the end of a log that only shows signs of life, once its job is over', async () => {
    const connection = test.connect();
    test.state.jobs.queueStands = true;
    test.state.jobs.keepAliveMs = 10;
    const started = await value(submit(connection, shell('true')));
    const looks: string[] = [];
    const followed = followLog(connection, started, { entry: () => undefined, job: ({ stage }) => looks.push(stage) });
    while (test.count(/GET \/api\/jobs\/mona\/\w+$/) < 3) await new Promise((done) => setTimeout(done, 5));
    test.state.jobs.all[0]!.finishedAt = new Date();
    test.state.jobs.all[0]!.stage = 'ERROR';
    assert.equal((await value(followed)).stage, 'ERROR');
    assert.ok(looks.includes('SCHEDULING') && looks.at(-1) === 'ERROR');
  });

  describe('starts a job once', () => {
    for (const [name, fault] of Object.entries<Fault>({
      'the answer is lost': { kind: 'cut', when: 'after' },
      'the answer is cut': { kind: 'cut', when: 'within' },
      'the answer is broken': { kind: 'broken-json' },
      'the answer is no JSON': { kind: 'content-type', type: 'text/html' },
      'the request is lost': { kind: 'cut', when: 'before' },
      'the Hub has trouble': { kind: 'answer', reply: { status: 502 } },
    })) {
      it(`when ${name}`, async () => {
        test.hub.faults.add({ fault, matches: isSubmit });
        const job = await value(submit(test.connect(), shell('true')));
        assert.deepEqual(
          test.state.jobs.all.map(({ id }) => id),
          [job.id],
        );
      });
    }

    it('and says so where nobody knows', async () => {
      test.hub.faults.add({ fault: { kind: 'cut', when: 'after' }, matches: isSubmit });
      const isList = ({ url }: HubRequest): boolean => url.searchParams.has('label');
      test.hub.faults.add({ fault: { kind: 'answer', reply: { status: 500 } }, matches: isList, times: 9 });
      const { kind, message } = await failure(submit(test.connect(), shell('true')));
      assert.equal(kind, 'unsure-job');
      assert.match(message, /look for it at http.*\/settings\/jobs before you start another/);
      assert.equal(test.state.jobs.all.length, 1);
    });
  });

  describe('says what is in the way', () => {
    const refused: Readonly<Record<string, readonly [() => ReturnType<typeof submit>, string, RegExp]>> = {
      'no credits': [
        () => {
          test.state.jobs.withoutCredits.add('acme');
          return submit(test.connect(), shell('true'), 'acme');
        },
        'no-credits',
        /no job for acme without credits \(Pre-paid credit balance .*\); add some at http.*\/settings\/billing/,
      ],
      'a token that only reads': [
        () => submit(test.connect('monaReads'), shell('true')),
        'no-job-rights',
        /make a token that has job\.write for mona at http.*tokens\/new\?.*ownUserPermissions=job\.write/,
      ],
      'an account of others': [
        () => submit(test.connect('otto'), shell('true'), 'acme'),
        'no-job-rights',
        /choose another account/,
      ],
      'no such account': [
        () => submit(test.connect(), shell('true'), 'nobody'),
        'not-found',
        /An account nobody that runs jobs is not/,
      ],
      'hardware that is gone': [
        () => submit(test.connect(), shell('true', { flavor: 'k80' })),
        'missing-hardware',
        /does not take k80 for a job \(.*must be one of.*\); choose other hardware/,
      ],
      'a bad label': [() => submit(test.connect(), shell('true', { labels: { 'a b': '' } })), 'refused', /labels\.a b/],
      nobody: [() => submit(test.connect(null), shell('true')), 'not-signed-in', /sign in/],
      'an old token': [() => submit(test.connect('ottoExpired'), shell('true')), 'bad-token', /settings\/tokens/],
    };
    for (const [name, [run, kind, message]] of Object.entries(refused)) {
      it(name, async () => {
        const failed = await failure(run());
        assert.equal(failed.kind, kind, failed.message);
        assert.match(failed.message, message);
        assert.equal(test.state.jobs.all.length, 0);
      });
    }

    it('a job that is not there', async () => {
      const reference = { namespace: 'mona', id: '0'.repeat(24) };
      assert.match((await failure(getJob(test.connect(), reference))).message, /^The job 0+ of mona is not on the Hub/);
      const followed = followLog(test.connect(), reference, { entry: () => undefined });
      assert.equal((await failure(followed)).kind, 'not-found');
    });
  });

  it('knows before it asks whether a token may', async () => {
    const scoped = [{ entity: { type: 'org', name: 'acme' } as const, permissions: ['job.write'] }];
    test.state.addToken({
      secret: 'hf_loopback_jobs',
      user: 'mona',
      name: 'jobs',
      role: 'fineGrained',
      fineGrained: { scoped },
    });
    const { url } = test.hub;
    const mona = await value(whoAmI(test.connect('mona')));
    assert.deepEqual([mayRunJobs(mona, 'mona', url).kind, mayRunJobs(mona, 'acme', url).kind], ['yes', 'yes']);
    const stranger = mayRunJobs(await value(whoAmI(test.connect('otto'))), 'acme', url);
    assert.match(
      stranger.kind === 'no' ? stranger.message : '',
      /^otto may not run jobs that acme pays for; let otto pay, or ask/,
    );
    const reader = mayRunJobs(await value(whoAmI(test.connect('monaReads'))), 'mona', url);
    assert.match(
      reader.kind === 'no' ? reader.message : '',
      /"reads" only reads, so it cannot run jobs of mona; .*job\.write/,
    );
  });
});
