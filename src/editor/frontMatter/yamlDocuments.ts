import * as vscode from 'vscode';
import { yamlAround } from '../../metadata/yamlAround';
import type { ModelCards } from '../cards/modelCards';
import type { YamlPlace } from './suggestion';

/** A place in the YAML of a document, and where this YAML begins in it. */
export interface DocumentPlace extends YamlPlace {
  readonly start: number;
}

/** Other extensions that complete and explain YAML files by the schemas that extensions contribute. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** The documents whose YAML we describe: the front matter of model cards, and result files of the Hub. */
export const YAML_SELECTOR: vscode.DocumentSelector = [
  { language: 'markdown' },
  { language: 'yaml', pattern: '**/.eval_results/*.yaml' },
];

/** The YAML that a position of a document stands in; null outside of front matter and of files that are ours. */
export async function placeIn(
  document: vscode.TextDocument,
  position: vscode.Position,
  cards: ModelCards,
): Promise<DocumentPlace | null> {
  const text = document.getText();
  const offset = document.offsetAt(position);
  if (document.languageId === 'yaml') {
    if (vscode.extensions.getExtension(YAML_EXTENSION)) return null;
    return { schema: 'eval-results', yaml: text, offset, start: 0 };
  }
  // Most positions are in the body: they are told from the text alone.
  const yaml = yamlAround(text, offset);
  if (yaml === null || (await cards.kindOf(document)) === 'other') return null;
  const { start, end } = yaml;
  return { schema: 'model-card', yaml: text.slice(start, end), offset: offset - start, start };
}

/** The range of a document that a range of its YAML stands for. */
export function rangeIn(
  document: vscode.TextDocument,
  place: DocumentPlace,
  range: { readonly start: number; readonly end: number },
): vscode.Range {
  const at = (offset: number) => document.positionAt(place.start + offset);
  return new vscode.Range(at(range.start), at(range.end));
}
