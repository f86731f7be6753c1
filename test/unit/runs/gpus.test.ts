import assert from 'node:assert/strict';
import { askGpus } from '../../../src/runs/askGpus';
import { gpuSentence } from '../../../src/runs/gpuText';
import type { GpuReport } from '../../../src/runs/gpus';
import { GIB } from '../../../src/runs/memory';
import { type Ending, programsWithin, type RunProgram } from '../../../src/runs/program';

const MIB = 2 ** 20;
const OLD_DRIVER = 'Field "compute_cap" is not a valid field to query.';

/** What `nvidia-smi` prints, and what that is read as. */
interface Shape {
  readonly of: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly status?: number;
  /** The answer to `nvidia-smi -L`. */
  readonly list?: string;
  readonly report: Partial<GpuReport>;
  readonly sentence: RegExp;
}

const SHAPES: readonly Shape[] = [
  {
    of: 'one GPU',
    stdout: '0, NVIDIA H200, 143771, 143157, 580.95.05, 9.0\n',
    report: {
      kind: 'gpus',
      gpus: [
        {
          index: 0,
          name: 'NVIDIA H200',
          total: 143_771 * MIB,
          free: 143_157 * MIB,
          driver: '580.95.05',
          capability: 9,
        },
      ],
    },
    sentence: /^On this machine there is NVIDIA H200 \(139\.8 GiB of 140\.4 GiB free\)\.$/,
  },
  {
    of: 'several GPUs with lines as Windows ends them, and a comma in a name',
    stdout: '0, NVIDIA RTX A6000, Rev. B, 49140, 48000, 580.10, 8.6\r\n1, NVIDIA L4, 23034, 100, 580.10, 8.9\r\n',
    report: {
      kind: 'gpus',
      gpus: [
        {
          index: 0,
          name: 'NVIDIA RTX A6000, Rev. B',
          total: 49_140 * MIB,
          free: 48_000 * MIB,
          driver: '580.10',
          capability: 8.6,
        },
        { index: 1, name: 'NVIDIA L4', total: 23_034 * MIB, free: 100 * MIB, driver: '580.10', capability: 8.9 },
      ],
    },
    sentence: /there are NVIDIA RTX A6000, Rev\. B .*, NVIDIA L4 \(0\.1 GiB of 22\.5 GiB free\)/,
  },
  {
    of: 'a driver that is not loaded, told on standard output',
    status: 9,
    stdout:
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n",
    report: { kind: 'no-driver' },
    sentence: /driver of this machine is not loaded; install it or restart/,
  },
  {
    of: 'a library of another version',
    status: 18,
    stdout: 'Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 570.124\n',
    report: { kind: 'driver-mismatch' },
    sentence: /was updated while it ran; restart the machine\.$/,
  },
  {
    of: 'no library',
    status: 12,
    stderr: "NVIDIA-SMI couldn't find libnvidia-ml.so library in your system.\n",
    report: { kind: 'no-library' },
    sentence: /\(NVML\); install the NVIDIA driver anew, and in a container start that with --gpus all/,
  },
  {
    of: 'no devices',
    status: 6,
    stdout: 'No devices were found\n',
    report: { kind: 'no-devices' },
    sentence: /finds no GPU; look/,
  },
  { of: 'nothing at all', stdout: '', report: { kind: 'no-devices' }, sentence: /finds no GPU; look/ },
  {
    of: 'a container that lost its GPU',
    status: 255,
    stderr: 'Failed to initialize NVML: Unknown Error\n',
    report: { kind: 'lost' },
    sentence: /has been lost; restart the machine, or the container/,
  },
  {
    of: 'a GPU divided by MIG, whose row tells nothing',
    stdout: '0, NVIDIA A100-SXM4-80GB, [Insufficient Permissions], [Insufficient Permissions], 580.10, 8.0\n',
    list: [
      'GPU 0: NVIDIA A100-SXM4-80GB (UUID: GPU-11111111)',
      '  MIG 1g.10gb     Device  0: (UUID: MIG-aaaa)',
      '  MIG 3g.40gb     Device  1: (UUID: MIG-bbbb)',
    ].join('\n'),
    report: {
      kind: 'mig',
      devices: [
        { profile: '1g.10gb', uuid: 'MIG-aaaa', total: 9.5 * GIB },
        { profile: '3g.40gb', uuid: 'MIG-bbbb', total: 38 * GIB },
      ],
    },
    sentence: /divided by MIG into 1g\.10gb, 3g\.40gb; a run takes one of them, set CUDA_VISIBLE_DEVICES/,
  },
  {
    of: 'no right to see it',
    stdout: '0, NVIDIA A100-SXM4-80GB, [Insufficient Permissions], [Insufficient Permissions], 580.10, 8.0\n',
    list: 'GPU 0: NVIDIA A100-SXM4-80GB (UUID: GPU-11111111)\n',
    report: { kind: 'no-permission' },
    sentence: /^This machine does not let this account see its GPU; ask for access/,
  },
  {
    of: 'memory that the GPU shares with the machine',
    stdout: '0, NVIDIA GB10, [N/A], [N/A], 580.95.05, 12.1\n',
    report: { kind: 'unified', name: 'NVIDIA GB10' },
    sentence: /NVIDIA GB10 of this machine shares the machine's memory/,
  },
  {
    of: 'a GPU that has to be reset',
    stdout: '0, NVIDIA A100, [GPU requires reset], [GPU requires reset], 580.10, 8.0\n',
    report: { kind: 'needs-reset' },
    sentence: /has to be reset; restart the machine/,
  },
  {
    of: 'a cell that is not known',
    stdout: '0, NVIDIA A100, [Unknown Error], 81000, 580.10, 8.0\n',
    report: { kind: 'unreadable', line: '0, NVIDIA A100, [Unknown Error], 81000, 580.10, 8.0' },
    sentence: /answers in a way that is not known here \("0, NVIDIA A100, \[Unknown Error\]/,
  },
  {
    of: 'another failure',
    status: 3,
    stderr: 'The requested operation is not available on target device\n',
    report: { kind: 'unreadable', line: 'The requested operation is not available on target device' },
    sentence: /run it in a terminal to see what it says/,
  },
];

describe('the GPUs that nvidia-smi tells of', () => {
  for (const { of, stdout = '', stderr = '', status = 0, list = '', report, sentence } of SHAPES) {
    it(`reads ${of}`, async () => {
      const run: RunProgram = (_path, args) => {
        const told: Ending =
          args[0] === '-L'
            ? { kind: 'ended', status: 0, stdout: list, stderr: '' }
            : { kind: 'ended', status, stdout, stderr };
        return Promise.resolve(told);
      };
      const read = await askGpus('linux', run);
      assert.deepEqual(read, report);
      assert.match(gpuSentence(read), sentence);
    });
  }

  it('asks an older driver again, without what it does not know', async () => {
    const asked: string[] = [];
    const read = await askGpus('linux', (_path, args) => {
      asked.push(args[0] ?? '');
      const old = args[0]?.includes('compute_cap') === true;
      const stdout = old ? '' : args[0] === '-L' ? '' : '0, Tesla P40, 24576, 24000, 470.82\n';
      return Promise.resolve({ kind: 'ended', status: old ? 2 : 0, stdout, stderr: old ? OLD_DRIVER : '' });
    });
    assert.equal(read.kind === 'gpus' && read.gpus[0]?.capability, null);
    assert.equal(asked.length, 3);
  });

  it('looks where WSL keeps it, and says that there is none', async () => {
    const tried: string[] = [];
    const missing: RunProgram = (path) => {
      tried.push(path);
      return Promise.resolve({ kind: 'missing' });
    };
    assert.deepEqual(await askGpus('linux', missing), { kind: 'no-tools' });
    assert.ok(tried.includes('/usr/lib/wsl/lib/nvidia-smi'));
    assert.match(
      gpuSentence({ kind: 'no-tools', place: 'the remote host build7' }),
      /^On the remote host build7 there is no/,
    );
    assert.deepEqual(await askGpus('darwin', missing), { kind: 'no-tools' });
  });

  it('does not wait for one that hangs', async () => {
    const run = programsWithin(200);
    const ending = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    assert.deepEqual(ending, { kind: 'late' });
    const report = await askGpus('linux', () => Promise.resolve(ending));
    assert.match(gpuSentence(report), /does not answer, as when a GPU is broken; restart/);
  });

  it('runs a program that ends, and tells of one that is not there', async () => {
    const run = programsWithin(20_000);
    const code = 'console.log("out"); console.error("err"); process.exitCode = 9';
    assert.deepEqual(await run(process.execPath, ['-e', code]), {
      kind: 'ended',
      status: 9,
      stdout: 'out\n',
      stderr: 'err\n',
    });
    assert.deepEqual(await run('/nowhere/nvidia-smi', []), { kind: 'missing' });
  });
});
