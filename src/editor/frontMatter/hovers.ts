import * as vscode from 'vscode';
import type { Claim } from '../analysis/claims';
import type { CardStore } from '../analysis/cardStore';
import type { ModelCards } from '../cards/modelCards';
import { placeIn, rangeIn } from './yamlDocuments';
import type { YamlThread } from './yamlThread';

/** Only on such a line a metric's value may stand. */
const VALUE_LINE = /\bvalue["']?\s*:/;

/** Says what the keys and values of front matter mean, and where in the card's tables a metric's value stands. */
export class Hovers implements vscode.HoverProvider {
  readonly #cards: ModelCards;
  readonly #store: CardStore;
  readonly #yaml: YamlThread;

  constructor(cards: ModelCards, store: CardStore, yaml: YamlThread) {
    this.#cards = cards;
    this.#store = store;
    this.#yaml = yaml;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const place = await placeIn(document, position, this.#cards);
    if (place === null) return undefined;
    const [explanation, claim] = await Promise.all([
      this.#yaml.explain(place, token),
      place.schema === 'model-card' ? this.#claimAt(document, position) : undefined,
    ]);
    const texts = [claim?.inTable && tableText(document.uri, claim.inTable), explanation?.text];
    const contents = texts.filter((text) => text !== undefined).map((text) => new vscode.MarkdownString(text));
    if (contents.length === 0) return undefined;
    return new vscode.Hover(contents, explanation ? rangeIn(document, place, explanation) : undefined);
  }

  /** The claim of model-index whose value stands on the line of a position. */
  async #claimAt(document: vscode.TextDocument, position: vscode.Position): Promise<Claim | undefined> {
    const line = document.lineAt(position);
    if (!VALUE_LINE.test(line.text)) return undefined;
    const card = await this.#store.open(document);
    const claims = await card?.claims();
    if (!claims || card?.version !== document.version) return undefined;
    const offset = document.offsetAt(position);
    const isOnLine = ({ start }: Claim['valueRange']) => line.range.contains(document.positionAt(start));
    const here = claims.entries.flatMap((entry) => entry.claims).filter(({ valueRange }) => isOnLine(valueRange));
    // Of several in a flow map the one at the position is meant, else the only one.
    const exact = here.find(({ valueRange: { start, end } }) => start <= offset && offset <= end);
    return exact ?? (here.length === 1 ? here[0] : undefined);
  }
}

function tableText(card: vscode.Uri, { line, same }: NonNullable<Claim['inTable']>): string {
  const link = `[line ${line}](${card.with({ fragment: `L${line}` }).toString()})`;
  return same ? `The card's table says the same at ${link}.` : `The card's table has another value at ${link}.`;
}
