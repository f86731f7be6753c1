import * as vscode from 'vscode';
import { Scheme, Setting, SETTINGS } from '../../contributions';
import type { CardPlace } from '../analysis/cardOverview';
import { type CardKind, cardKind } from './cardKind';
import type { Repositories } from './repositories';

/** Tells which documents are model cards, and where they come from. */
export class ModelCards {
  readonly #repositories: Repositories;

  constructor(repositories: Repositories) {
    this.#repositories = repositories;
  }

  /** What a document is to us; only Markdown that could be written is looked at. */
  async kindOf(document: vscode.TextDocument): Promise<CardKind> {
    if (document.languageId !== 'markdown') return 'other';
    const { uri } = document;
    if (uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'other';
    const repository = await this.#repositories.of(uri);
    return cardKind({ text: document.getText(), name: nameOf(uri), repository, bySetting: bySetting(document) });
  }

  /** The Hub repository and the folder that a card stands in. */
  async placeOf({ uri }: vscode.TextDocument): Promise<CardPlace> {
    const repository = await this.#repositories.of(uri);
    const folder = uri.path.split('/').at(-2) ?? '';
    return {
      ...(repository?.kind === 'model' && { repositoryId: repository.id }),
      ...(folder !== '' && uri.scheme !== 'untitled' && uri.scheme !== Scheme.hub && { folder }),
    };
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** What `modelCard.files` says of a document: the last pattern that matches decides, and `!` excludes. */
function bySetting(document: vscode.TextDocument): boolean | undefined {
  const patterns = vscode.workspace.getConfiguration(SETTINGS, document).get<readonly string[]>(Setting.files, []);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const deciding = patterns.findLast((pattern) => {
    const glob = pattern.replace(/^!/, '');
    const filter = folder ? new vscode.RelativePattern(folder, glob) : `**/${glob.replace(/^\/|^\*\*\//, '')}`;
    return vscode.languages.match({ pattern: filter }, document) > 0;
  });
  return deciding === undefined ? undefined : !deciding.startsWith('!');
}
