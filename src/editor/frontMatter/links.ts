import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { MetadataLink } from '../../metadata/links';
import type { CardStore } from '../analysis/cardStore';
import type { ModelCards } from '../cards/modelCards';
import type { License } from './explainValue';

const HUB = 'https://huggingface.co';

/** Makes the models, datasets, licences and sources of front matter links. */
export class Links implements vscode.DocumentLinkProvider {
  readonly #cards: ModelCards;
  readonly #store: CardStore;
  readonly #dataFolder: string;
  #licenseUrls: ReadonlyMap<string, string> | undefined;

  /** `dataFolder` holds the list of licences. */
  constructor(cards: ModelCards, store: CardStore, dataFolder: string) {
    this.#cards = cards;
    this.#store = store;
    this.#dataFolder = dataFolder;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    if ((await this.#cards.kindOf(document)) === 'other') return [];
    const card = await this.#store.open(document);
    const navigation = await card?.navigation();
    if (!navigation || card?.version !== document.version) return [];
    return navigation.links.flatMap((link) => {
      const target = this.#target(link, document.uri);
      const range = new vscode.Range(document.positionAt(link.start), document.positionAt(link.end));
      return target === null ? [] : [new vscode.DocumentLink(range, target)];
    });
  }

  #target({ kind, value }: MetadataLink, card: vscode.Uri): vscode.Uri | null {
    if (kind === 'model') return vscode.Uri.parse(`${HUB}/${value}`);
    if (kind === 'dataset') return vscode.Uri.parse(`${HUB}/datasets/${value}`);
    if (kind === 'license') return addressUri(this.#urlOfLicense(value));
    return addressUri(value) ?? fileUri(value, card);
  }

  #urlOfLicense(id: string): string {
    this.#licenseUrls ??= readLicenseUrls(this.#dataFolder);
    return this.#licenseUrls.get(id) ?? '';
  }
}

function readLicenseUrls(dataFolder: string): ReadonlyMap<string, string> {
  const data: unknown = JSON.parse(readFileSync(join(dataFolder, 'licenses.json'), 'utf8'));
  const { licenses } = data as { readonly licenses: readonly License[] };
  return new Map(licenses.map(({ id, url = '' }) => [id, url]));
}

function addressUri(address: string): vscode.Uri | null {
  return /^https?:\/\/\S+$/.test(address) ? vscode.Uri.parse(address) : null;
}

/** A file of the repository, beside the card. */
function fileUri(name: string, card: vscode.Uri): vscode.Uri | null {
  const isFile = /^[\w.-]+$/.test(name) && card.scheme !== 'untitled';
  return isFile ? vscode.Uri.joinPath(card, '..', name) : null;
}
