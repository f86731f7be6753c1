import type * as vscode from 'vscode';
import { Command } from '../../contributions';
import { treeItem } from '../views/row';
import { type Evaluation, factsOf } from './evaluation';
import type { HubJobs } from './hubJobs';
import { rowOf } from './rows';
import type { RunStore } from './runStore';

/** A row of the view: an evaluation, or why there may be more. */
export type EvaluationNode = Evaluation | { readonly kind: 'message'; readonly text: string };

/** The view "Evaluations": runs and jobs, newest first. */
export class EvaluationTree {
  readonly #store: RunStore;
  readonly #jobs: HubJobs;

  constructor(store: RunStore, jobs: HubJobs) {
    this.#store = store;
    this.#jobs = jobs;
  }

  getChildren(node?: EvaluationNode): EvaluationNode[] {
    if (node) return [];
    const now = Date.now();
    const runs = this.#store.all().map((run): Evaluation => ({ kind: 'run', run }));
    const { others, problem } = this.#jobs;
    const jobs = others.all().map((job): Evaluation => ({ kind: 'job', job, hardware: others.hardwareOf(job) }));
    const newestFirst = [...runs, ...jobs].sort((a, b) => factsOf(b, now).createdAt - factsOf(a, now).createdAt);
    return [...newestFirst, ...(problem === null ? [] : [{ kind: 'message', text: problem } as const])];
  }

  getTreeItem(node: EvaluationNode): vscode.TreeItem {
    if (node.kind === 'message') {
      return treeItem('message', { label: node.text, icon: { id: 'info' }, facts: [], folding: 'none' });
    }
    const now = Date.now();
    const item = treeItem(factsOf(node, now).id, rowOf(node, now));
    item.command = { command: Command.showRunLog, title: 'Show Log', arguments: [node] };
    return item;
  }
}
