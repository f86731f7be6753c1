import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupContent } from 'vscode-languageserver-types';
import {
  getLanguageService,
  type LanguageService,
  type LanguageSettings,
} from 'yaml-language-server/lib/esm/languageservice/yamlLanguageService';
import type { JSONSchema } from 'yaml-language-server/lib/esm/languageservice/jsonSchema';
import { lineAt, onlyBlockAt } from '../../metadata/topLevelBlock';
import { scalarAt } from '../../metadata/yamlPath';
import { explainValue, type License } from './explainValue';
import { forCompletion, forHover, valueLists, type ValueList } from './schemas';
import type { Explanation, SchemaName, Suggestions, YamlPlace } from './suggestion';
import { suggestionsOf } from './suggestions';

/** The Markdown that an editor shows is asked for. */
const CAPABILITIES = {
  textDocument: { completion: { completionItem: { documentationFormat: ['markdown' as const] } } },
};

/** What the service knows: our schemas, and the licences with their links. */
export interface YamlServiceData {
  readonly schemas: Readonly<Record<SchemaName, JSONSchema>>;
  readonly licenses: readonly License[];
}

/**
 * Completion and explanations of YAML by our schemas. The YAML language server gives them, asked about the top-level
 * block of the place alone.
 */
export class YamlService {
  readonly #completion: LanguageService;
  readonly #hover: LanguageService;
  readonly #lists: ReadonlyMap<string, ValueList>;
  readonly #licenses: ReadonlyMap<string, License>;
  #version = 0;

  constructor({ schemas, licenses }: YamlServiceData) {
    this.#completion = makeService(schemas, forCompletion);
    this.#hover = makeService(schemas, forHover);
    this.#lists = valueLists(schemas['model-card']);
    this.#licenses = new Map(licenses.map((license) => [license.id, license]));
  }

  /** What can be written at a place. */
  async complete(place: YamlPlace): Promise<Suggestions> {
    const suggestions = await this.#suggestions(place, this.#document(place), place.offset);
    if (suggestions.items.length > 0 || !isIndentation(place)) return suggestions;
    // Where a key may stand below a list, the language server sees it only once it has begun.
    const begun = this.#document({ ...place, yaml: insert(place.yaml, place.offset, 'x') });
    const { items, isComplete } = await this.#suggestions(place, begun, place.offset + 1);
    return { items: items.map((item) => ({ ...item, end: place.offset })), isComplete };
  }

  async #suggestions(place: YamlPlace, document: TextDocument, offset: number): Promise<Suggestions> {
    const { items } = await this.#completion.doComplete(document, document.positionAt(offset), false);
    return suggestionsOf(items, document, place, this.#lists);
  }

  /** What stands at a place means, or null where nothing is known of it. */
  async explain(place: YamlPlace): Promise<Explanation | null> {
    const document = this.#document(place);
    const hover = await this.#hover.doHover(document, document.positionAt(place.offset));
    if (!hover?.range) return null;
    const { start, end } = hover.range;
    const explained = MarkupContent.is(hover.contents) ? hover.contents.value : '';
    const scalar = place.schema === 'model-card' ? scalarAt(document.getText(), place.offset) : null;
    const value = scalar === null ? '' : explainValue(scalar, this.#lists, this.#licenses);
    const text = [explained, value].filter((part) => part !== '').join('\n\n');
    return text === '' ? null : { text, start: document.offsetAt(start), end: document.offsetAt(end) };
  }

  /** The language server remembers documents by address and version, so each question is a new version. */
  #document({ schema, yaml, offset }: YamlPlace): TextDocument {
    return TextDocument.create(`file:///${schema}.yaml`, 'yaml', ++this.#version, textFor(schema, yaml, offset));
  }
}

function isIndentation({ yaml, offset }: YamlPlace): boolean {
  const { start, end } = lineAt(yaml, offset);
  return start < offset && yaml.slice(start, end).trim() === '';
}

function insert(text: string, at: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at);
}

/** Front matter is often broken while it is being written; only its block at the place matters. */
function textFor(schema: SchemaName, yaml: string, offset: number): string {
  return schema === 'model-card' ? onlyBlockAt(yaml, offset) : yaml;
}

function makeService(
  schemas: Readonly<Record<SchemaName, JSONSchema>>,
  change: (schema: JSONSchema) => JSONSchema,
): LanguageService {
  const service = getLanguageService({
    schemaRequestService: (uri) => Promise.reject(new Error(`${uri} is not fetched.`)),
    workspaceContext: { resolveRelativePath: (path) => path },
    clientCapabilities: CAPABILITIES,
  });
  const settings: LanguageSettings = {
    ...{ completion: true, hover: true, validate: false, format: false, hoverSchemaSource: false },
    indentation: '  ',
    schemas: (['model-card', 'eval-results'] as const).map((name) => ({
      uri: `file:///${name}.schema.json`,
      fileMatch: [`${name}.yaml`],
      // The language server resolves references in place.
      schema: change(structuredClone(schemas[name])),
    })),
  };
  service.configure(settings);
  return service;
}
