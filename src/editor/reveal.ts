import * as vscode from 'vscode';

/** The column that shows a card's text, where there is one. */
export function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
}

/** Shows a 1-based line of a card in a text editor, in the one that shows the card already if there is one. */
export async function revealLine(document: vscode.TextDocument, line: number, column = 1): Promise<void> {
  const position = new vscode.Position(line - 1, column - 1);
  const viewColumn = columnOf(document);
  const editor = await vscode.window.showTextDocument(document, {
    ...(viewColumn !== undefined && { viewColumn }),
    selection: new vscode.Range(position, position),
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
