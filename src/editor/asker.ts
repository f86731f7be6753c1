import * as vscode from 'vscode';

/** A choice in a list, with what choosing it means. */
export interface Option<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

/** Everything that is asked of a person outside of the panel; undefined and false mean that they left. */
export interface Asker {
  pick<Value>(title: string, options: readonly Option<Value>[]): Promise<Value | undefined>;
  pickMany<Value>(title: string, options: readonly Option<Value>[]): Promise<readonly Value[] | undefined>;
  /** A question with one way on; `detail` says what is at stake. */
  confirm(question: string, detail: string, yes: string): Promise<boolean>;
  /** A message with one way on that waits in the corner while the person looks at something else. */
  offer(message: string, action: string): Promise<boolean>;
}

/** Asks in the editor's own way. */
export const editorAsker: Asker = {
  async pick(title, options) {
    return (await vscode.window.showQuickPick(options, { title, matchOnDescription: true, matchOnDetail: true }))
      ?.value;
  },
  async pickMany(title, options) {
    const picked = await vscode.window.showQuickPick(options, { title, canPickMany: true, matchOnDescription: true });
    return picked?.map(({ value }) => value);
  },
  async confirm(question, detail, yes) {
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
  },
  async offer(message, action) {
    return (await vscode.window.showInformationMessage(message, action)) === action;
  },
};
