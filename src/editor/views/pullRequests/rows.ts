import type { DiscussionStatus } from '../../../hub/index';
import type { ResultChange } from '../../publish/resultChanges';
import type { Row, RowIcon } from '../row';
import { age } from './age';
import type { FileChange } from '../../../hub/index';
import type { PullRequestFacts, PullRequestNode } from './nodes';

const STATUS_ICON: Readonly<Record<DiscussionStatus, RowIcon>> = {
  open: { id: 'git-pull-request', color: 'charts.green' },
  draft: { id: 'git-pull-request-draft', color: 'descriptionForeground' },
  closed: { id: 'git-pull-request-closed', color: 'charts.red' },
  merged: { id: 'git-merge', color: 'charts.purple' },
};

const CHANGE_ICON: Readonly<Record<ResultChange['kind'], RowIcon>> = {
  new: { id: 'diff-added', color: 'gitDecoration.addedResourceForeground' },
  changed: { id: 'diff-modified', color: 'gitDecoration.modifiedResourceForeground' },
  gone: { id: 'diff-removed', color: 'gitDecoration.deletedResourceForeground' },
};

const FILE_ICON: Readonly<Record<FileChange['kind'], RowIcon>> = {
  added: CHANGE_ICON.new,
  changed: CHANGE_ICON.changed,
  removed: CHANGE_ICON.gone,
};

/** What the row of a node shows. */
export function rowOf(node: PullRequestNode, now: Date): Row {
  switch (node.kind) {
    case 'model':
      return {
        label: node.model,
        ...(node.of === 'card' && { description: 'the open card' }),
        icon: { id: 'package' },
        facts: ['model', node.isWatched ? 'watched' : 'unwatched'],
        folding: node.of === 'card' ? 'unfolded' : 'folded',
      };
    case 'owner':
      return {
        label: node.name,
        description: node.isAccount ? 'your models' : 'models of your organisation',
        icon: { id: node.isAccount ? 'account' : 'organization' },
        ...{ facts: [], folding: 'folded' },
      };
    case 'watched':
      return { label: 'Watched Models', icon: { id: 'eye' }, facts: [], folding: 'unfolded' };
    case 'closed':
      return { label: 'Closed and Merged', icon: { id: 'archive' }, facts: [], folding: 'folded' };
    case 'pull-request':
      return pullRequestRow(node, now);
    case 'group':
      return { label: node.label, description: node.description, facts: [], folding: 'unfolded' };
    case 'result':
      return resultRow(node.change);
    case 'file':
      return fileRow(node.file);
    case 'comment': {
      const { author, text, createdAt } = node.comment;
      const label = `${author ?? 'A deleted account'}: ${text.replace(/\s+/g, ' ').trim()}`;
      const description = age(createdAt, now);
      return { label, description, tooltip: text, icon: { id: 'comment' }, facts: [], folding: 'none' };
    }
    case 'more': {
      const description = `${node.shown} of ${node.count}`;
      return { label: 'Load more', description, icon: { id: 'ellipsis' }, facts: [], folding: 'none' };
    }
    case 'message': {
      const icon = { nothing: 'info', 'sign-in': 'sign-in', 'try-again': 'refresh' }[node.does];
      return { label: node.text, icon: { id: icon }, facts: [], folding: 'none' };
    }
  }
}

function pullRequestRow({ pullRequest, hasConflicts = false, permitted }: PullRequestFacts, now: Date): Row {
  const { number, title, author, createdAt, status, comments } = pullRequest;
  const isMark = status !== 'open';
  const conflicts = hasConflicts && (status === 'open' || status === 'draft');
  const facts = [`#${number}`, author ?? 'a deleted account', age(createdAt, now)];
  const marks = [...(isMark ? [status] : []), ...(conflicts ? ['conflicts'] : [])];
  return {
    label: title,
    description: [...facts, ...marks].join(' · '),
    tooltip: [
      title,
      `Pull request #${number} by ${author ?? 'a deleted account'}, ${createdAt.toISOString().slice(0, 10)}`,
      `${status}${conflicts ? ', with conflicts' : ''}, ${comments} ${comments === 1 ? 'comment' : 'comments'}`,
    ].join('\n'),
    icon: conflicts ? { id: 'warning', color: 'list.warningForeground' } : STATUS_ICON[status],
    facts: ['pullRequest', ...permitted],
    folding: 'folded',
  };
}

function resultRow({ kind, name, metric, before, after }: ResultChange): Row {
  const values = kind === 'changed' ? `${before} → ${after}` : kind === 'new' ? after : before;
  const tooltip = `${name}, ${metric}: ${kind === 'changed' ? `${before} becomes ${after}` : `${values} is ${kind}`}`;
  return {
    label: name,
    description: `${metric} ${values}`,
    ...{ tooltip, icon: CHANGE_ICON[kind], facts: [], folding: 'none' },
  };
}

function fileRow({ path, kind, added, removed }: FileChange): Row {
  const description = added + removed === 0 ? kind : `+${added} −${removed}`;
  const tooltip = `${path}: ${kind}, ${added} lines added, ${removed} removed`;
  return { label: path, description, tooltip, icon: FILE_ICON[kind], facts: [], folding: 'none' };
}
