import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import { nearestTerm } from '../suggest';
import { valueAt } from '../valueAt';
import type { StructuredView } from '../views';
import { replaceText } from '../yamlEdits';

/** Words for the relation of a model to its base model that people use, and the Hub's own. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['fine-tuned', 'finetune'],
  ['finetuned', 'finetune'],
  ['lora', 'adapter'],
  ['peft', 'adapter'],
  ['quant', 'quantized'],
  ['quantization', 'quantized'],
  ['gguf', 'quantized'],
  ['merged', 'merge'],
]);

interface NotInList {
  readonly path: Path;
  readonly meant: string | undefined;
}

/** A value that is not in the closed list of its key. */
export const notInList: Rule<StructuredView, NotInList> = {
  code: 'metadata.value',
  severity: 'error',
  link: Link.specification,

  *find(view) {
    for (const { path, keyword, params } of view.structure) {
      if (keyword !== 'enum') continue;
      const allowed = [params['allowedValues']].flat().map(String);
      const value = String(valueAt(view.data, path));
      const synonym = SYNONYMS.get(value.toLowerCase());
      const meant = nearestTerm(
        synonym ?? value,
        allowed.map((id) => ({ id, name: id })),
      );
      const advice = meant === undefined ? 'choose one of these.' : `did you mean "${meant}"?`;
      const message = `"${pathText(path)}" must be one of [${allowed.join(', ')}]: ${advice}`;
      yield { range: view.valueRange(path), message, data: { path, meant } };
    }
  },

  fixes({ data: { path, meant } }, view) {
    if (meant === undefined) return [];
    return [{ title: `Change to "${meant}"`, edits: replaceText(view, path, meant), safe: false }];
  },
};
