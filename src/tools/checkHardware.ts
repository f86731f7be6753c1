import type { RunModel, RunRequest } from '../runs';
import { EVALUATION, findHardware } from './evaluation';
import { inputSchema } from './input';
import { defineTool, LOOKS, type ToolParts } from './tool';

/** Tells what a model can be evaluated on: this machine, and the hardware of HF Jobs with its price. */
export const checkHardware = defineTool<{ readonly model: string; readonly backend?: RunRequest['backend'] }>({
  name: 'model_card_check_hardware',
  title: 'Check what a model can be evaluated on',
  description:
    'Tells whether a model fits the GPUs of this machine, and on which hardware of HF Jobs it fits, with the price of an hour and the cheapest. Call it before an evaluation is started.',
  inputSchema: inputSchema({ model: EVALUATION.model, backend: EVALUATION.backend }, ['model']),
  hints: LOOKS,
  async resolve({ model: named, backend = 'vllm' }, parts) {
    const found = await findHardware(named, parts);
    if (found.kind === 'problem') return found;
    const { model } = found;
    const { cheapest, costOf, gpusOf, hardwareNeed, suitability } = parts.runs();
    const request = { framework: 'inspect', backend, model: model.name, tasks: [], options: {} } as const;
    const need = hardwareNeed(request, model.size);
    const best = need === null ? null : cheapest(found.hardware, need);
    const jobs = found.hardware.map((hardware) => {
      const suited = suitability(hardware, need);
      const fits = need === null ? 'unknown' : suited.kind === 'suits';
      return {
        hardware: hardware.flavor,
        gpus: gpusOf(hardware),
        dollarsAnHour: costOf(hardware, 3600),
        ...(suited.kind === 'suits' ? { fits } : { fits: false, because: `it ${suited.reason}` }),
      };
    });
    const here = await onThisMachine(request, model, parts);
    return {
      kind: 'answer',
      text: JSON.stringify({ model: model.name, here, cheapest: best?.hardware.flavor ?? null, jobs }),
    };
  },
});

/** What speaks against a run here, or for it. Nothing is run to find out where programs may not run. */
async function onThisMachine(
  request: RunRequest,
  { name, size }: RunModel,
  parts: ToolParts,
): Promise<readonly string[]> {
  if (!parts.mayRunPrograms()) return ['This folder is not trusted, so nothing runs here.'];
  if (request.backend === 'providers') return [];
  const { askGpus, checkLoading, GPU_QUERY_MS, gpuSentence, machineWith, programsWithin } = parts.runs();
  const gpus = await askGpus(process.platform, programsWithin(GPU_QUERY_MS));
  const remarks = checkLoading(request, size, machineWith(gpus, 1));
  const said = remarks.map(({ message }) => message);
  return said.length > 0 ? said : [gpuSentence(gpus), `${name} fits.`];
}
