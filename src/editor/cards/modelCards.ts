import * as vscode from 'vscode';
import { Scheme, Setting, SETTINGS } from '../../contributions';
import type { CardPlace } from '../analysis/cardOverview';
import { type CardKind, cardKind } from '../../card/cardKind';
import type { Repositories } from './repositories';

/** Documents that hold a card as it was once; what is wrong with them is mended elsewhere. */
const OLDER_STATES = new Set<string>([Scheme.hubBase, Scheme.pullRequest]);

/** Tells which documents are model cards, and where they come from. */
export class ModelCards {
  readonly #repositories: Repositories;

  constructor(repositories: Repositories) {
    this.#repositories = repositories;
  }

  /** What a document is to us; only Markdown that could be written is looked at. */
  async kindOf(document: vscode.TextDocument): Promise<CardKind> {
    return document.languageId === 'markdown' ? this.kindOfText(document.uri, document.getText()) : 'other';
  }

  /** What a Markdown file with this text is to us. */
  async kindOfText(uri: vscode.Uri, text: string): Promise<CardKind> {
    if (OLDER_STATES.has(uri.scheme)) return 'other';
    if (uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'other';
    const repository = await this.#repositories.of(uri);
    return cardKind({ text, name: nameOf(uri), repository, bySetting: await bySetting(uri) });
  }

  /** The Hub repository and the folder that a card stands in. */
  async placeOf({ uri, encoding }: Pick<vscode.TextDocument, 'uri' | 'encoding'>): Promise<CardPlace> {
    const repository = await this.#repositories.of(uri);
    const folder = uri.path.split('/').at(-2) ?? '';
    return {
      ...(repository?.kind === 'model' && { repositoryId: repository.id }),
      ...(folder !== '' && uri.scheme !== 'untitled' && uri.scheme !== Scheme.hub && { folder }),
      ...(encoding === 'utf8bom' && { byteOrderMark: true }),
    };
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** What `modelCard.files` says of a file: the last pattern that matches decides, and `!` excludes. */
async function bySetting(uri: vscode.Uri): Promise<boolean | undefined> {
  const patterns = vscode.workspace.getConfiguration(SETTINGS, uri).get<readonly string[]>(Setting.files, []);
  if (patterns.length === 0) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // Patterns are matched by the editor, which takes documents only.
  const document = await vscode.workspace.openTextDocument(uri);
  const deciding = patterns.findLast((pattern) => {
    const glob = pattern.replace(/^!/, '');
    const filter = folder ? new vscode.RelativePattern(folder, glob) : `**/${glob.replace(/^\/|^\*\*\//, '')}`;
    return vscode.languages.match({ pattern: filter }, document) > 0;
  });
  return deciding === undefined ? undefined : !deciding.startsWith('!');
}
