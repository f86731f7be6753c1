import * as vscode from 'vscode';
import { Command, InternalCommand } from '../../../contributions';
import type { PullRequestNode } from './nodes';
import { CARD } from './pullRequestContents';

/** What a click on a row does; rows that unfold do no more than that. */
export function commandOf(node: PullRequestNode): vscode.Command | undefined {
  switch (node.kind) {
    case 'result': {
      const { kind, line } = node.change;
      const place = kind === 'gone' ? [] : [line];
      return run(InternalCommand.diffFile, 'Open Diff', node.model, node.number, CARD, ...place);
    }
    case 'file':
      return run(InternalCommand.diffFile, 'Open Diff', node.model, node.number, node.file.path);
    case 'comment':
      return run('vscode.open', 'Open in Browser', vscode.Uri.parse(node.page, true));
    case 'more':
      return run(InternalCommand.loadMore, 'Load more', node.model, node.status);
    case 'message':
      if (node.does === 'sign-in') return run(Command.signIn, 'Sign In');
      return node.does === 'try-again' ? run(Command.refreshPullRequests, 'Try Again') : undefined;
    default:
      return undefined;
  }
}

function run(command: string, title: string, ...args: readonly unknown[]): vscode.Command {
  return { command, title, arguments: [...args] };
}
