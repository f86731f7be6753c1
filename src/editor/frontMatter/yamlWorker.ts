import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { JSONSchema } from 'yaml-language-server/lib/esm/languageservice/jsonSchema';
import type { NumberedRequest, ThreadAnswer } from '../requestThread';
import type { License } from './explainValue';
import { YamlService } from './yamlService';
import type { YamlRequest, YamlWorkerData } from './yamlThread';

// The entry of the worker thread that completes and explains YAML.
const { mediaFolder } = workerData as YamlWorkerData;
const read = (path: string): unknown => JSON.parse(readFileSync(join(mediaFolder, path), 'utf8'));
const service = new YamlService({
  schemas: {
    'model-card': read('schemas/model-card.schema.json') as JSONSchema,
    'eval-results': read('schemas/eval-results.schema.json') as JSONSchema,
  },
  licenses: (read('data/licenses.json') as { readonly licenses: readonly License[] }).licenses,
});

parentPort?.on('message', (request: NumberedRequest<YamlRequest>) => {
  void answer(request).then((message) => parentPort?.postMessage(message));
});

async function answer({ id, question, place }: NumberedRequest<YamlRequest>): Promise<ThreadAnswer> {
  try {
    return { kind: 'value', id, value: await service[question](place) };
  } catch (error) {
    return { kind: 'error', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
