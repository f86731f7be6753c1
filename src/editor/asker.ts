import * as vscode from 'vscode';
import { pickBySearch, type Search } from './pickBySearch';

/** A choice in a list, with what choosing it means. */
export interface Option<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

/** A button of a question, with what pressing it means. */
export interface Way<Value> {
  readonly label: string;
  readonly value: Value;
}

/** A question that is answered by typing. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  /** Whether what is typed stays hidden. */
  readonly secret?: boolean;
  /** A sentence about what is wrong with a text; null where nothing is. */
  readonly check?: (text: string) => string | null;
}

/** Everything that is asked of a person outside of the panel; undefined and false mean that they left. */
export interface Asker {
  pick<Value>(title: string, options: readonly Option<Value>[]): Promise<Value | undefined>;
  pickMany<Value>(title: string, options: readonly Option<Value>[]): Promise<readonly Value[] | undefined>;
  /** A list that follows what is typed. */
  search<Value>(title: string, search: Search<Value>): Promise<Value | undefined>;
  type(question: TextQuestion): Promise<string | undefined>;
  /** A file of these kinds (extensions by what they are called), looked for beside `near` first. */
  file(title: string, kinds: Readonly<Record<string, string[]>>, near: vscode.Uri): Promise<vscode.Uri | undefined>;
  /** A question with one way on; `detail` says what is at stake. */
  confirm(question: string, detail: string, yes: string): Promise<boolean>;
  /** A message with one way on that waits in the corner while the person looks at something else. */
  offer(message: string, action: string): Promise<boolean>;
  /** The same with several ways on. */
  offerWays<Value>(message: string, ways: readonly Way<Value>[]): Promise<Value | undefined>;
  /** A question with several ways on, the first of which is the default. */
  choose<Value>(question: string, detail: string, ways: readonly Way<Value>[]): Promise<Value | undefined>;
}

/** Asks in the editor's own way. */
export const editorAsker: Asker = {
  async pick(title, options) {
    return (await vscode.window.showQuickPick(options, { title, matchOnDescription: true, matchOnDetail: true }))
      ?.value;
  },
  async pickMany(title, options) {
    const how = { title, canPickMany: true, matchOnDescription: true, matchOnDetail: true } as const;
    const picked = await vscode.window.showQuickPick(options, how);
    return picked?.map(({ value }) => value);
  },
  search: pickBySearch,
  async type({ title, prompt, value = '', secret = false, check = () => null }) {
    return vscode.window.showInputBox({
      ...{ title, prompt, value, password: secret, ignoreFocusOut: true },
      validateInput: (text) => check(text.trim()),
    });
  },
  async file(title, filters, near) {
    const beside = near.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(near, '..') } : {};
    return (await vscode.window.showOpenDialog({ title, filters, ...beside }))?.[0];
  },
  async confirm(question, detail, yes) {
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
  },
  async offer(message, action) {
    return (await vscode.window.showInformationMessage(message, action)) === action;
  },
  async offerWays(message, ways) {
    return (await vscode.window.showInformationMessage(message, ...ways.map(itemOf)))?.value;
  },
  async choose(question, detail, ways) {
    return (await vscode.window.showInformationMessage(question, { modal: true, detail }, ...ways.map(itemOf)))?.value;
  },
};

function itemOf<Value>({ label, value }: Way<Value>) {
  return { title: label, value };
}
