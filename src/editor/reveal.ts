import * as vscode from 'vscode';

/** Shows a 1-based line of a card in a text editor, in the one that shows the card already if there is one. */
export async function revealLine(document: vscode.TextDocument, line: number, column = 1): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const position = new vscode.Position(line - 1, column - 1);
  const viewColumn = shown?.viewColumn;
  const editor = await vscode.window.showTextDocument(document, {
    ...(viewColumn !== undefined && { viewColumn }),
    selection: new vscode.Range(position, position),
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
