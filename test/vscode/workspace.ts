import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Command } from '../../src/contributions';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import { CardStore } from '../../src/editor/analysis/cardStore';
import { CardThread } from '../../src/editor/analysis/cardThread';
import type { Asker, Option, TextQuestion, Way } from '../../src/editor/asker';
import type { Search } from '../../src/editor/pickBySearch';
import { ModelCards } from '../../src/editor/cards/modelCards';
import { Repositories } from '../../src/editor/cards/repositories';

/** Joins lines into a text that ends in a line break. */
export function joinLines(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** A path in the open folder as a URI. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The suite needs an open folder.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace. */
export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = uriOf(path);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** Writes a card and opens it. */
export async function open(path: string, text: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(await write(path, text));
}

/** Replaces the first place that holds `old`, as an edit of the document. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0);
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  change.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(change));
}

/** Starts the extension. */
export async function activate(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('model-card-editor.model-card-editor');
  if (!extension) throw new Error('The extension was not found.');
  await extension.activate();
  return extension;
}

/** The titles of the lenses of a document, by 1-based line. */
export async function lenses(document: vscode.TextDocument): Promise<readonly string[]> {
  await activate();
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  // Tests of tables look at theirs.
  const ofTables = found.filter(({ command }) => command?.command !== Command.evaluate);
  return ofTables.map(({ range, command }) => `${range.start.line + 1}: ${command?.title ?? ''}`);
}

/** Asks again and again until the answer is as wanted; the last answer fails the test. */
export async function eventually<Answer>(
  ask: () => Answer,
  isDone: (answer: Answer) => boolean,
  withinMs = 10_000,
): Promise<Answer> {
  for (const end = Date.now() + withinMs; ;) {
    const answer = ask();
    if (isDone(answer)) return answer;
    if (Date.now() > end) throw new Error(`It stays ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Changes a setting of the folder until `run` has ended. */
export async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('modelCard');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

/** A store of its own over the built thread, as the extension makes one. */
export async function makeStore(): Promise<CardStore> {
  const { extensionPath } = await activate();
  const dataFolder = join(extensionPath, 'media', 'data');
  const cards = new ModelCards(new Repositories());
  return new CardStore(
    new CardOpener(dataFolder),
    new CardThread(join(extensionPath, 'dist', 'card-thread.js'), { dataFolder }),
    (document) => cards.placeOf(document),
    (error) => {
      throw error;
    },
  );
}

/**
 * What a scripted person does when asked: labels to pick, in order; yes or no to questions; a text to type and the
 * label to take then. Yes to a text takes it as it was filled in, yes to a question with several ways the default.
 */
export type Answer = string | readonly string[] | boolean | undefined;

/** Someone who answers by a script, and remembers what was asked. */
export class ScriptedAsker implements Asker {
  readonly #answers: Answer[];
  readonly asked: string[] = [];

  constructor(...answers: readonly Answer[]) {
    this.#answers = [...answers];
  }

  pick<Value>(title: string, options: readonly Option<Value>[]): Promise<Value | undefined> {
    const answer = this.#next(title);
    if (answer === undefined) return Promise.resolve(undefined);
    return Promise.resolve(this.#find(options, String(answer)).value);
  }

  pickMany<Value>(title: string, options: readonly Option<Value>[]): Promise<readonly Value[] | undefined> {
    const answer = this.#next(title);
    if (!Array.isArray(answer)) {
      return Promise.resolve(options.filter(({ picked }) => picked).map(({ value }) => value));
    }
    return Promise.resolve(answer.map((label) => this.#find(options, String(label)).value));
  }

  async search<Value>(title: string, search: Search<Value>): Promise<Value | undefined> {
    const answer = this.#next(title);
    if (!Array.isArray(answer)) return undefined;
    const [typed = '', label = ''] = answer.map(String);
    const found = await search.find(typed, new AbortController().signal);
    return this.#find([...search.direct(typed), ...found], label).value;
  }

  type({ title, value = '', check = () => null }: TextQuestion): Promise<string | undefined> {
    const answer = this.#next(title);
    if (answer === undefined) return Promise.resolve(undefined);
    const text = answer === true ? value : String(answer);
    const problem = check(text);
    if (problem !== null) this.asked.push(problem);
    return Promise.resolve(problem === null ? text : undefined);
  }

  file(title: string): Promise<vscode.Uri | undefined> {
    const answer = this.#next(title);
    return Promise.resolve(answer === undefined ? undefined : uriOf(String(answer)));
  }

  choose<Value>(question: string, detail: string, ways: readonly Way<Value>[]): Promise<Value | undefined> {
    const answer = this.#next(`${question} ${detail}`);
    if (answer === undefined) return Promise.resolve(undefined);
    return Promise.resolve(answer === true ? ways[0]?.value : this.#find(ways, String(answer)).value);
  }

  confirm(question: string, detail: string): Promise<boolean> {
    return Promise.resolve(this.#next(`${question} ${detail}`) === true);
  }

  offer(message: string): Promise<boolean> {
    return this.confirm(message, '');
  }

  offerWays<Value>(message: string, ways: readonly Way<Value>[]): Promise<Value | undefined> {
    return this.choose(message, '', ways);
  }

  #next(question: string): Answer {
    this.asked.push(question);
    if (this.#answers.length === 0) throw new Error(`Nobody answers "${question}".`);
    return this.#answers.shift();
  }

  #find<Choice extends { readonly label: string }>(options: readonly Choice[], label: string): Choice {
    const found = options.find((option) => option.label === label);
    if (!found) throw new Error(`There is no "${label}" among ${options.map((option) => option.label).join(', ')}.`);
    return found;
  }
}
