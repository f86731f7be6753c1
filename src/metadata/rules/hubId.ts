import { hubRepository } from '../../card/repository';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import { textsUnder } from '../values';
import type { MetadataView } from '../views';
import { replaceText } from '../yamlEdits';

/** What the keys hold ids of, and what the Hub advises. */
const KEYS = {
  base_model: { kind: 'model', advice: 'use a model id from https://hf.co/models' },
  datasets: { kind: 'dataset', advice: 'if possible, use a dataset id from https://hf.co/datasets' },
  new_version: { kind: 'model', advice: 'use a model id from https://hf.co/models' },
} as const;

const HUB_ID = /^(?:[\w.-]+\/)?[\w.-]+$/;

interface NoHubId {
  readonly path: Path;
  readonly id: string | undefined;
}

/** A base model, dataset or new version that is no id of the Hub: a path, an address, a title. */
export const hubId: Rule<MetadataView, NoHubId> = {
  code: 'metadata.hub-id',
  severity: 'error',
  link: Link.metadata,

  *find(view) {
    for (const [key, { kind, advice }] of Object.entries(KEYS)) {
      for (const { path, text } of textsUnder(view.data, key)) {
        if (HUB_ID.test(text) && !/^\.{1,2}(?:\/|$)/.test(text)) continue;
        const id = idOf(text, kind);
        const suggestion = id === undefined ? advice : `write "${id}"`;
        const message = `"${pathText(path)}" with value "${text}" is not valid: ${suggestion}.`;
        yield { range: view.valueRange(path), message, data: { path, id } };
      }
    }
  },

  fixes({ data: { path, id } }, view) {
    return id === undefined ? [] : [{ title: `Change to "${id}"`, edits: replaceText(view, path, id), safe: true }];
  },
};

/** The id in an address of the Hub, or in a text with blanks around it. */
function idOf(text: string, kind: 'model' | 'dataset'): string | undefined {
  const address = text.trim().replace(/\/(?:tree|blob|resolve)\/.*$|[?#].*$/, '');
  if (address !== '' && HUB_ID.test(address) && !address.startsWith('.')) return address;
  const repository = hubRepository(address);
  return repository?.kind === kind ? repository.id : undefined;
}
