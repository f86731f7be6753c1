import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { Choices } from '../../../../src/editor/evaluations/plan/choices';
import type { PlannedRun } from '../../../../src/editor/evaluations/plannedRun';
import { HERE, IN_JOB } from './planned';

describe('what was chosen for the evaluations of a model', () => {
  let held: unknown;
  let choices: Choices;

  beforeEach(() => {
    held = undefined;
    const memory = {
      get: (_key: string, otherwise: unknown) => held ?? otherwise,
      update: (_key: string, value: unknown) => {
        // As it is kept between sessions.
        held = JSON.parse(JSON.stringify(value));
        return Promise.resolve();
      },
    };
    choices = new Choices(memory as unknown as Memento);
  });

  function planned(changes: Partial<PlannedRun['request']>, of = HERE): PlannedRun {
    return { ...of, request: { ...of.request, ...changes } };
  }

  it('is remembered for each model', async () => {
    await choices.remember(HERE);
    await choices.remember(planned({ model: 'acme/hammer', backend: 'transformers' }, IN_JOB));
    const { framework, backend, tasks, options } = HERE.request;
    const recent = { lighteval: tasks };
    assert.deepEqual(choices.of('acme/anvil'), { framework, backend, tasks, options, place: { kind: 'here' }, recent });
    const place = { kind: 'job', namespace: 'acme', flavor: 'a100x4', timeoutSeconds: 7200 };
    assert.deepEqual(choices.of('acme/hammer')?.place, place);
    assert.equal(choices.of('acme/tongs'), undefined);
  });

  it('is remembered before a place was found, too, and keeps the one of before', async () => {
    const { request } = HERE;
    await choices.remember({ request });
    assert.deepEqual([choices.of('acme/anvil')?.tasks, choices.of('acme/anvil')?.place], [request.tasks, undefined]);
    assert.equal(choices.lastPayer('acme/anvil'), undefined);
    await choices.remember(IN_JOB);
    await choices.remember({ request: { ...request, tasks: ['mmlu'] } });
    assert.deepEqual(choices.of('acme/anvil')?.tasks, ['mmlu']);
    assert.equal(choices.lastPayer('acme/anvil'), 'acme');
  });

  it('never holds what a person agreed to', async () => {
    const options = { 'trust-remote-code': true, 'allow-local-code-execution': true, limit: 10 };
    await choices.remember(planned({ options }));
    assert.deepEqual(choices.of('acme/anvil')?.options, { limit: 10 });
  });

  it('tells the tasks that ran lately with a framework, those of the model first', async () => {
    await choices.remember(planned({ tasks: ['a', 'b'] }));
    await choices.remember(planned({ tasks: ['c', 'a'] }));
    await choices.remember(planned({ tasks: ['d'], framework: 'inspect' }));
    await choices.remember(planned({ model: 'acme/hammer', tasks: ['e', 'b'] }));
    assert.deepEqual(choices.recentTasks('acme/anvil', 'lighteval'), ['c', 'a', 'b', 'e']);
    assert.deepEqual(choices.recentTasks('acme/anvil', 'inspect'), ['d']);
    assert.deepEqual(choices.recentTasks('acme/tongs', 'lighteval'), ['e', 'b', 'c', 'a']);
  });

  it('tells who paid the last time, for the model or else for any', async () => {
    assert.equal(choices.lastPayer('acme/anvil'), undefined);
    assert.ok(IN_JOB.place.kind === 'job');
    await choices.remember(IN_JOB);
    const other = { ...planned({ model: 'acme/hammer' }), place: { ...IN_JOB.place, namespace: 'mona' } };
    await choices.remember(other);
    assert.equal(choices.lastPayer('acme/anvil'), 'acme');
    assert.equal(choices.lastPayer('acme/tongs'), 'mona');
    await choices.remember(HERE);
    assert.equal(choices.lastPayer('acme/anvil'), 'mona');
  });

  it('is of so many models and tasks at most', async () => {
    for (let index = 0; index < 60; index++) await choices.remember(planned({ model: `acme/m${String(index)}` }));
    assert.equal(choices.of('acme/m9'), undefined);
    assert.ok(choices.of('acme/m10'));
    const tasks = Array.from({ length: 30 }, (_, index) => `t${String(index)}`);
    await choices.remember(planned({ tasks }));
    assert.equal(choices.of('acme/anvil')?.recent.lighteval?.length, 20);
  });
});
