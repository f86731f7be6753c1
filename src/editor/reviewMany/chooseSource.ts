import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { SourceName } from '../../batch/index';
import type { HubConnection } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import { namespacesOf } from '../account/namespaces';
import type { Asker } from '../asker';
import { wrongOwner } from './words';

const TITLE = 'Review Many Cards';

/** Asks which cards are to be reviewed. Undefined where the person left or what is wanted is not there, which was told. */
export async function chooseSource(
  session: HubSession,
  connection: HubConnection,
  asker: Asker,
): Promise<SourceName | undefined> {
  const ways: Readonly<Record<string, () => Promise<SourceName | undefined>>> = {
    'My Models': () => ownModels(session, connection, asker),
    'A User or an Organisation…': () => anotherOwner(asker),
    'A Search on the Hub…': () => search(asker),
    'A List File…': () => list(asker),
    'A Folder of the Workspace…': () => folder(asker),
  };
  const way = await asker.pick(
    TITLE,
    Object.entries(ways).map(([label, value]) => ({ label, value })),
  );
  return way?.();
}

async function ownModels(
  session: HubSession,
  connection: HubConnection,
  asker: Asker,
): Promise<SourceName | undefined> {
  if (!connection.signedIn) return tell('Nobody is signed in; run "Model Card: Sign In to Hugging Face…" first.');
  const account = await session.account(connection);
  if (!account.ok) return tell(account.failure.message);
  const namespaces = namespacesOf(account.value);
  const owners =
    namespaces.length === 1
      ? namespaces
      : await asker.pickMany(
          `${TITLE}: Whose?`,
          namespaces.map((label) => ({ label, value: label, picked: true })),
        );
  return owners && owners.length > 0 ? { kind: 'owners', owners } : undefined;
}

async function anotherOwner(asker: Asker): Promise<SourceName | undefined> {
  const prompt = 'The name of a user or an organisation on the Hub';
  const owner = await asker.type({ title: TITLE, prompt, check: wrongOwner });
  return owner === undefined ? undefined : { kind: 'owners', owners: [owner.trim()] };
}

async function search(asker: Asker): Promise<SourceName | undefined> {
  const prompt = 'Words that the names of the models hold';
  const check = (text: string) => (text === '' ? 'Type at least a word.' : null);
  const words = await asker.type({ title: TITLE, prompt, check });
  return words === undefined ? undefined : { kind: 'search', words: words.trim() };
}

async function list(asker: Asker): Promise<SourceName | undefined> {
  const near = vscode.workspace.workspaceFolders?.[0]?.uri;
  const beside = near ? vscode.Uri.joinPath(near, 'list.txt') : vscode.Uri.from({ scheme: 'untitled', path: '/' });
  const uri = await asker.file(
    `${TITLE}: a Model or a Path in Each Line`,
    { 'Lists of models': ['txt', 'md'] },
    beside,
  );
  if (!uri) return undefined;
  const file = uri.fsPath;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
    return { kind: 'list', file, text, folder: dirname(file) };
  } catch (error) {
    return tell(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function folder(asker: Asker): Promise<SourceName | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const [only] = folders;
  if (!only) return tell('No folder of this machine is open; open one that holds model cards.');
  const root =
    folders.length === 1
      ? only
      : await asker.pick(
          `${TITLE}: in Which Folder?`,
          folders.map((value) => ({ label: value.name, value })),
        );
  if (!root) return undefined;
  const path = await asker.type({
    title: TITLE,
    prompt: `A folder in ${root.name}; "." is all of it`,
    value: '.',
    check: (text) => (existsSync(join(root.uri.fsPath, text)) ? null : `There is no ${text} in ${root.name}.`),
  });
  return path === undefined ? undefined : { kind: 'folder', folder: join(root.uri.fsPath, path.trim()) };
}

function tell(message: string): undefined {
  void vscode.window.showErrorMessage(message);
}
