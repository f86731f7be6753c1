import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, TextEdit } from 'vscode-languageserver-types';
import { lineAt, topLevelBlocks } from '../../metadata/topLevelBlock';
import { MOST_LISTED, type ValueList } from './schemas';
import type { Suggestion, Suggestions, YamlPlace } from './suggestion';

/** Words that readers of YAML 1.1, as Python's, take for true or false. */
const BOOLEAN_WORD = /^(?:y|n|yes|no|on|off)$/i;

/** The language server's kinds; snippets have that of the object whose parts they are. */
const KINDS: Readonly<Partial<Record<CompletionItemKind, Suggestion['kind']>>> = {
  [CompletionItemKind.Property]: 'key',
  [CompletionItemKind.Module]: 'snippet',
};

/** The language server's skeletons of whole objects and items, which nobody would look for under such names. */
function isSkeleton({ kind, label }: CompletionItem): boolean {
  return kind === CompletionItemKind.Class || label.startsWith('- (array item)');
}

/** What the language server offers at a place, without its skeletons and without keys that are there already. */
export function suggestionsOf(
  items: readonly CompletionItem[],
  document: TextDocument,
  place: YamlPlace,
  lists: ReadonlyMap<string, ValueList>,
): Suggestions {
  const line = lineAt(place.yaml, place.offset);
  const others = topLevelBlocks(place.yaml).filter(({ start }) => start !== line.start);
  const keys = new Set(others.map(({ key }) => key));
  const isTopLevel = items.some(({ kind }) => kind === CompletionItemKind.Module);
  const offered = items
    .filter((item) => !isSkeleton(item))
    .flatMap((item) => suggestionOf(item, document, place.offset))
    .filter(({ snippet }) => !isTopLevel || !keys.has(snippet.split(':', 1)[0] ?? ''));
  return withLongList(offered, place, lists);
}

function suggestionOf(item: CompletionItem, document: TextDocument, offset: number): readonly Suggestion[] {
  if (!TextEdit.is(item.textEdit)) return [];
  const kind = KINDS[item.kind ?? CompletionItemKind.Value] ?? 'value';
  const text = typeof item.documentation === 'string' ? item.documentation : (item.documentation?.value ?? '');
  const { range, newText } = item.textEdit;
  // A value is described by its name, a key by a text.
  const name = kind === 'value' ? text : '';
  return [
    {
      kind,
      label: item.label,
      name,
      filter: `${item.label} ${name}`.trim(),
      // A key that takes anything comes without its colon.
      snippet: kind === 'key' && newText === item.label ? `${newText}: ` : newText,
      documentation: kind === 'value' ? '' : text,
      start: document.offsetAt(range.start),
      end: Math.max(offset, document.offsetAt(range.end)),
    },
  ];
}

/** Where the values of a long list are offered, the ones near to the word that is being written, whichever they are. */
function withLongList(
  items: readonly Suggestion[],
  { yaml, offset }: YamlPlace,
  lists: ReadonlyMap<string, ValueList>,
): Suggestions {
  const first = items.find(({ kind }) => kind === 'value');
  const list = [...lists.values()].find(({ names }) => names.size > MOST_LISTED && isFirstOf(names, first));
  if (first === undefined || list === undefined) return { items, isComplete: true };
  const word = yaml.slice(first.start, offset).replace(/^["']/, '').toLowerCase();
  const byId = [...list.names].filter(([id]) => id.startsWith(word));
  const byName = [...list.names].filter(([id, name]) => !id.startsWith(word) && name.toLowerCase().includes(word));
  const near = [
    ...byId.map(([id, name]) => ({ id, name, filter: id })),
    ...byName.map(([id, name]) => ({ id, name, filter: name })),
  ];
  return {
    items: near.slice(0, MOST_LISTED).map(({ id, ...others }) => ({
      ...first,
      ...others,
      label: id,
      snippet: BOOLEAN_WORD.test(id) ? `"${id}"` : id,
    })),
    isComplete: false,
  };
}

function isFirstOf(names: ReadonlyMap<string, string>, item: Suggestion | undefined): boolean {
  const [id] = names.keys();
  return item?.label === id;
}
