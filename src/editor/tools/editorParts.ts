import { hostname } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TextEdit } from '../../card/text';
import type { RunHere, ToolCard, ToolParts, ToolProblem } from '../../tools';
import type { HubSession } from '../account/hubSession';
import type { CardOpener } from '../analysis/cardOpener';
import { loadCore, loadMetadata } from '../cardCore';
import type { ModelCards } from '../cards/modelCards';
import { applyTextEdits } from '../extract/apply';
import { warnOfFile } from '../extract/fileCheck';
import { factsOf } from '../evaluations/evaluation';
import { readCatalogue } from '../evaluations/plan/catalogue';
import { RunStore } from '../evaluations/runStore';
import { loadRuns } from '../evaluations/runsClient';
import { loadHub } from '../hubClient';

/** What the tools need of the extension. */
export interface EditorNeeds {
  readonly session: HubSession;
  readonly modelCards: ModelCards;
  readonly opener: CardOpener;
  /** Remembers the evaluations. */
  readonly memory: vscode.Memento;
  /** The folder of the data files. */
  readonly dataFolder: string;
  /** Where the lists of tasks are kept that the frameworks were asked for. */
  readonly taskListFolder: string;
  /** The folder of the bundles. */
  readonly programFolder: string;
}

/** What the tools work with in the editor: the cards of the workspace with unsaved changes, and the account in use. */
export function editorParts(needs: EditorNeeds): ToolParts {
  const { session, modelCards, opener, memory, programFolder } = needs;
  const connect = async () => {
    const opened = await session.open();
    return opened.kind === 'problem' ? opened : opened.connection;
  };
  return {
    core: loadCore,
    metadata: loadMetadata,
    hub: loadHub,
    runs: loadRuns,
    benchmarks: () => opener.benchmarks(),
    terms: () => opener.terms(),
    tasks: () => readCatalogue(needs),
    scriptFolder: join(programFolder, 'python'),
    mayRunPrograms: () => vscode.workspace.isTrusted,
    connect,
    async openCard(name) {
      const uri = await fileOf(name);
      if (uri === null) return openFromHub(name, connect);
      const document = await vscode.workspace.openTextDocument(uri);
      return { kind: 'card', name, text: document.getText(), place: await modelCards.placeOf(document) };
    },
    editCard,
    runsHere: () => runsHere(memory),
  };
}

function runsHere(memory: vscode.Memento): readonly RunHere[] {
  const runs = new RunStore(memory, hostname(), () => undefined).all();
  return runs
    .filter(({ planned }) => planned.place.kind === 'here')
    .map((run) => {
      const { id, model, tasks, state, reason, seconds } = factsOf({ kind: 'run', run }, Date.now());
      return { id, model, tasks, state, reason, seconds, results: run.results };
    });
}

async function editCard({ name, text }: ToolCard, edits: readonly TextEdit[]): Promise<ToolProblem | null> {
  const uri = await fileOf(name);
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  if (document?.getText() !== text) return problem(`${name} has changed meanwhile; call the tool again.`);
  const warning = await warnOfFile(document.uri);
  if (warning !== null) return problem(`${warning} Open the card and extract the table there.`);
  const wasDirty = document.isDirty;
  const failed = await applyTextEdits(document, edits);
  if (failed !== null) return problem(failed);
  // Other tools of an agent read the file; what a person had not saved yet stays theirs to save.
  if (!wasDirty) await document.save();
  return null;
}

/** The file of the workspace that a path names; null where there is none. */
async function fileOf(name: string): Promise<vscode.Uri | null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = folders.map(({ uri }) => {
    // Joining resolves `..`, which could lead out of the folder.
    return name.startsWith(uri.path)
      ? vscode.Uri.joinPath(uri.with({ path: name }), '.')
      : vscode.Uri.joinPath(uri, name);
  });
  for (const place of places) {
    if (vscode.workspace.getWorkspaceFolder(place) && (await isFile(place))) return place;
  }
  return null;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type !== vscode.FileType.Directory;
  } catch {
    return false;
  }
}

async function openFromHub(name: string, connect: ToolParts['connect']): Promise<ToolCard | ToolProblem> {
  const { parseReference, readFile } = loadHub();
  const connection = await connect();
  if ('kind' in connection) return connection;
  const named = parseReference(name, connection.hubUrl);
  if (named.kind === 'problem' || /\.md$/i.test(name)) {
    return problem(`${name} is no file of the workspace, and no model of the Hub such as org/name.`);
  }
  const { reference } = named;
  const read = await readFile(connection, reference);
  if (!read.ok) return problem(read.failure.message);
  const { content, commit } = read.value;
  const text = textOf(content);
  if (text === null) return problem(`${name} is not valid UTF-8; save it as UTF-8 first.`);
  return { kind: 'card', name, text, place: { repositoryId: reference.model }, hub: { ...reference, commit } };
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return null;
  }
}

function problem(message: string): ToolProblem {
  return { kind: 'problem', message };
}
