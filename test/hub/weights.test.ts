import assert from 'node:assert/strict';
import { modelWeights } from '../../src/hub/weights';
import { safetensorsHeader } from './server/safetensors';
import { failure, TestHub, value } from './support';

const CONFIG = { torch_dtype: 'bfloat16', num_hidden_layers: 2 };

describe('modelWeights', () => {
  const test = new TestHub();
  const model = 'acme/hammer';

  it('tells commit, configuration, weights by type, the size of the files and providers', async () => {
    const first = safetensorsHeader({
      embed: { dtype: 'BF16', shape: [32_000, 4096] },
      norm: { dtype: 'F32', shape: [4096] },
    });
    const second = safetensorsHeader({ head: { dtype: 'BF16', shape: [4096, 32_000] } });
    const repository = test.state.addModel({
      id: model,
      files: {
        'config.json': JSON.stringify(CONFIG),
        'model-00001-of-00002.safetensors': first,
        'model-00002-of-00002.safetensors': second,
        // The same once more, as its maker has them.
        'consolidated.safetensors': Buffer.alloc(100_000),
      },
    });
    repository.providers.set('anvilcloud', 'live');
    repository.tags.set('v1.0', repository.resolve('main')!.oid);
    assert.deepEqual(await value(modelWeights(test.connect(null), { model, revision: 'v1.0' })), {
      model,
      commit: repository.resolve('main')!.oid,
      config: CONFIG,
      parameters: { BF16: 2 * 32_000 * 4096, F32: 4096 },
      weightBytes: first.length + second.length,
      providers: [{ provider: 'anvilcloud', status: 'live' }],
    });
  });

  it('tells what is not there, and refuses what cannot be read', async () => {
    test.state.addModel({ id: model, files: { 'pytorch_model.bin': Buffer.alloc(1234) } });
    const { config, parameters, weightBytes, providers } = await value(modelWeights(test.connect(), { model }));
    assert.deepEqual([config, parameters, weightBytes, providers], [null, {}, 1234, []]);
    const missing = await failure(modelWeights(test.connect(), { model, revision: 'v9' }));
    assert.equal(missing.kind, 'missing-revision');
    test.state.addModel({ id: 'acme/gated', gatedFor: [], files: { 'config.json': '{}' } });
    assert.equal((await failure(modelWeights(test.connect('otto'), { model: 'acme/gated' }))).kind, 'gated');
    test.state.addModel({ id: 'acme/broken', files: { 'config.json': '{' } });
    assert.equal((await value(modelWeights(test.connect(), { model: 'acme/broken' }))).config, null);
  });
});
