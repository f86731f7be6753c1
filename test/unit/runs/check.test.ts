import assert from 'node:assert/strict';
import { checkLoading } from '../../../src/runs/check';
import type { Gpu } from '../../../src/runs/gpus';
import { GIB } from '../../../src/runs/memory';
import { remedies } from '../../../src/runs/remedies';
import type { RunRequest } from '../../../src/runs/request';
import { takeGpus } from '../../../src/runs/takeGpus';
import { MODELS } from './models';

const MEMORY = { total: 64 * GIB, free: 40 * GIB };

describe('whether a model can be loaded', () => {
  it('tells what is there and what is needed, in parts', () => {
    assert.deepEqual(told({ options: { 'max-model-len': 8192 } }, [gpu({})]), [
      'note: On this machine there is NVIDIA A100 (79.0 GiB of 80.0 GiB free).',
      'note: acme/llama needs about 20.0 GiB (weights 15.0 GiB, 1.0 GiB for 8192 tokens, 4.0 GiB to work in) of 72.0 GiB.',
    ]);
  });

  it('offers what would make it fit', () => {
    const [, first] = told({}, [gpu({ total: 22.5, free: 22.3 })]);
    assert.match(
      first ?? '',
      /^too-large: .* needs about 35\.0 GiB .* and there are 20\.3 GiB for it; it fits with --max-model-len 8192\.$/,
    );
    const [, two] = told({}, [gpu({ total: 24, free: 24 }), gpu({ index: 1, total: 24, free: 24 })]);
    assert.match(two ?? '', /it fits with --max-model-len 16384, or with --tensor-parallel-size 2\.$/);
    const [, none] = told({}, [gpu({ total: 8, free: 8 })]);
    assert.match(none ?? '', /take a smaller model or one in fewer bits, or HF Jobs with a larger GPU\.$/);
  });

  for (const [what, request, gpus, problem] of [
    [
      'a GPU that others use',
      { options: { 'max-model-len': 4096 } },
      [gpu({ free: 40 })],
      /Another program uses the GPU, 40\.0 GiB of 80\.0 GiB are free and vLLM takes 90 percent; end it, or take --gpu-memory-utilization 0\.5\.$/,
    ],
    [
      'fewer GPUs than asked for',
      { options: { 'tensor-parallel-size': 2 } },
      [gpu({})],
      /2 GPUs were asked for and 1 may be used; lower --tensor-parallel-size to 1\.$/,
    ],
    [
      'heads that cannot be shared',
      { options: { 'tensor-parallel-size': 3 } },
      [gpu({}), gpu({ index: 1 }), gpu({ index: 2 })],
      /3 GPUs cannot share the model's 32 attention heads evenly/,
    ],
    ['an old GPU', {}, [gpu({ capability: 7 })], /too old for vLLM \(compute capability 7, 7\.5 is needed\)/],
    [
      'a GPU without bfloat16',
      { options: { dtype: 'bfloat16' } },
      [gpu({ capability: 7.5 })],
      /cannot calculate in bfloat16; take --dtype float16/,
    ],
    [
      'an old driver',
      {},
      [gpu({ driver: '550.54' })],
      /driver 550\.54 is too old .* 580 or later; update it, or evaluate with --framework lighteval/,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      const remarks = told(request, gpus);
      assert.match(remarks.find((remark) => remark.startsWith('refusal: ')) ?? '', problem);
    });
  }

  it('refuses vLLM without a GPU, and off Linux', () => {
    const machine = { platform: 'linux', gpus: { kind: 'hangs' }, taken: null, memory: MEMORY } as const;
    const [refused] = checkLoading(request({}), MODELS['Llama-3.1-8B'], machine);
    assert.match(refused?.message ?? '', /nvidia-smi of this machine does not answer/);
    const hidden = { ...machine, gpus: { kind: 'gpus', gpus: [gpu({})] } } as const;
    const [none] = checkLoading(request({}), MODELS['Llama-3.1-8B'], hidden);
    assert.match(none?.message ?? '', /^CUDA_VISIBLE_DEVICES hides every GPU; unset it, or evaluate on/);
    const [elsewhere] = checkLoading(request({}), MODELS['Llama-3.1-8B'], { ...machine, platform: 'win32' });
    assert.match(
      elsewhere?.message ?? '',
      /^vLLM runs on Linux alone, on Windows in WSL 2; evaluate on the transformers/,
    );
  });

  it('counts with the memory of the machine where no GPU is used', () => {
    const machine = { platform: 'darwin', gpus: { kind: 'no-tools' }, taken: null, memory: MEMORY } as const;
    const hf = request({ backend: 'transformers', options: { 'batch-size': 4 } });
    const [where, need] = checkLoading(hf, MODELS['Llama-3.1-8B'], machine);
    assert.match(where?.message ?? '', /^No NVIDIA GPU is used: the model runs on the processor/);
    assert.match(need?.message ?? '', /needs about 19\.4 GiB .* 1\.0 GiB for 4 × 2048 tokens.* of 40\.0 GiB\.$/);
    const unknown = checkLoading(hf, null, machine);
    assert.match(unknown[1]?.message ?? '', /is not known, so that was not looked at/);
  });

  it('makes batches smaller on the transformers library', () => {
    const settings = { framework: 'inspect', backend: 'transformers' } as const;
    const run = {
      size: MODELS['Llama-3.1-8B'],
      settings,
      gpus: 1,
      pool: [{ total: 24 * GIB, free: 23 * GIB }],
      share: 0.9,
    };
    assert.deepEqual(remedies(run), [{ 'batch-size': 16 }]);
    const small = { ...run, pool: [{ total: 12 * GIB, free: 12 * GIB }] };
    assert.deepEqual(remedies(small), []);
    const full = { ...run, size: MODELS['gpt2 in 32 bits'], pool: [{ total: 2 * GIB, free: 1.2 * GIB }] };
    assert.deepEqual(remedies(full), [{ 'batch-size': 2 }]);
  });
});

describe('the GPUs that a run takes', () => {
  const four = [
    gpu({ free: 10 }),
    gpu({ index: 1, free: 70 }),
    gpu({ index: 2, free: 79 }),
    gpu({ index: 3, free: 60 }),
  ];
  const report = { kind: 'gpus', gpus: four } as const;

  it('are the freest, and it sees no others', () => {
    const taken = takeGpus(report, 2, undefined, MEMORY);
    assert.deepEqual(taken?.environment, { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: '1,2' });
    assert.deepEqual(
      taken.pool.map(({ free }) => free / GIB),
      [79, 70, 60, 10],
    );
    assert.deepEqual(takeGpus(report, 4, undefined, MEMORY)?.environment, {});
  });

  it('are those that the person left visible', () => {
    const taken = takeGpus(report, 1, '0, 3', MEMORY);
    assert.deepEqual([taken?.pool.length, taken?.environment], [2, {}]);
    for (const none of ['7', '', '-1']) assert.equal(takeGpus(report, 1, none, MEMORY), null);
    assert.equal(takeGpus(report, 1, 'GPU-11111111', MEMORY)?.pool.length, 4);
  });

  it('are the largest part of a divided one, or the machine’s own memory', () => {
    const devices = [
      { profile: '1g.10gb', uuid: 'MIG-a', total: 9.5 * GIB },
      { profile: '3g.40gb', uuid: 'MIG-b', total: 38 * GIB },
    ];
    const mig = { kind: 'mig', devices } as const;
    assert.deepEqual(takeGpus(mig, 1, undefined, MEMORY)?.environment, { CUDA_VISIBLE_DEVICES: 'MIG-b' });
    assert.equal(takeGpus(mig, 1, 'MIG-a', MEMORY)?.pool[0]?.total, 9.5 * GIB);
    assert.deepEqual(takeGpus({ kind: 'unified', name: 'NVIDIA GB10' }, 1, undefined, MEMORY)?.pool, [MEMORY]);
    assert.equal(takeGpus({ kind: 'no-driver' }, 1, undefined, MEMORY), null);
  });
});

function gpu({ total = 80, free = total - 1, ...rest }: Partial<Gpu>): Gpu {
  const common = { index: 0, name: 'NVIDIA A100', driver: '580.95.05', capability: 8, ...rest };
  return { ...common, total: total * GIB, free: free * GIB };
}

function request(changes: Partial<RunRequest>): RunRequest {
  return { model: 'acme/llama', framework: 'inspect', backend: 'vllm', tasks: ['gsm8k'], options: {}, ...changes };
}

function told(changes: Partial<RunRequest>, gpus: readonly Gpu[]): readonly string[] {
  const asked = request(changes);
  const report = { kind: 'gpus', gpus } as const;
  const taken = takeGpus(report, asked.options['tensor-parallel-size'] ?? 1, undefined, MEMORY);
  const machine = { platform: 'linux', gpus: report, taken, memory: MEMORY } as const;
  return checkLoading(asked, MODELS['Llama-3.1-8B'], machine).map(({ kind, message }) => `${kind}: ${message}`);
}
