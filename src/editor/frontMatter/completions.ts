import * as vscode from 'vscode';
import type { ModelCards } from '../cards/modelCards';
import type { Suggestion, Suggestions, YamlPlace } from './suggestion';
import { placeIn } from './yamlDocuments';

/** Something that knows what can be written at a place, such as the schema, or the Hub with its ids. */
export type SuggestionSource = (place: YamlPlace, token: vscode.CancellationToken) => Promise<Suggestions | null>;

/** After `key: ` and `- ` completion opens by itself. */
export const COMPLETION_TRIGGER = ' ';

const KINDS: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** After a key its values are offered at once. */
const SUGGEST_AGAIN: vscode.Command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** Completes the keys and values of front matter. */
export class Completions implements vscode.CompletionItemProvider {
  readonly #cards: ModelCards;
  readonly #sources: readonly SuggestionSource[];

  constructor(cards: ModelCards, sources: readonly SuggestionSource[]) {
    this.#cards = cards;
    this.#sources = sources;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> {
    const place = await placeIn(document, position, this.#cards);
    if (place === null) return undefined;
    const answers = await Promise.all(this.#sources.map((source) => source(place, token)));
    const suggestions = answers.filter((answer) => answer !== null);
    const items = suggestions.flatMap(({ items }) => items);
    return new vscode.CompletionList(
      items.map((item, index) => completionItem(item, index, rangeAround(position, place.offset, item))),
      !suggestions.every(({ isComplete }) => isComplete),
    );
  }
}

/** A range of the line of `position`, as it was when it was asked about: more may have been typed since. */
function rangeAround(position: vscode.Position, offset: number, { start, end }: Suggestion): vscode.Range {
  return new vscode.Range(position.translate(0, start - offset), position.translate(0, end - offset));
}

function completionItem(suggestion: Suggestion, index: number, range: vscode.Range): vscode.CompletionItem {
  const { kind, label, name, filter, snippet, documentation } = suggestion;
  const item = new vscode.CompletionItem(name === '' ? label : { label, description: name }, KINDS[kind]);
  item.insertText = new vscode.SnippetString(snippet);
  item.range = range;
  item.filterText = filter;
  // The order of the schema puts first what is used most; snippets come after the keys.
  item.sortText = `${kind === 'snippet' ? 1 : 0}${String(index).padStart(4, '0')}`;
  if (documentation !== '') item.documentation = new vscode.MarkdownString(documentation);
  if (kind === 'key') item.command = SUGGEST_AGAIN;
  return item;
}
