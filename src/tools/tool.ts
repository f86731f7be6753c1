import type * as Core from '../core';
import type { TextEdit } from '../card/text';
import type * as Hub from '../hub';
import type { HubConnection, HubReference } from '../hub';
import type * as Metadata from '../metadata';
import type { HubTerms } from '../metadata';
import type { Benchmarks } from '../results/benchmarks';
import type * as Runs from '../runs';
import { type InputSchema, readInput } from './input';

/** Why a tool cannot do what it was called for, in a sentence that says what to do. */
export interface ToolProblem {
  readonly kind: 'problem';
  readonly message: string;
}

/** What a tool found out. */
export interface ToolAnswer {
  readonly kind: 'answer';
  readonly text: string;
}

/** What a tool would change: the same summary is asked of a person and told once it is done. */
export interface ToolChange {
  readonly kind: 'change';
  readonly question: string;
  /** Markdown: what would be added, what contradicts it, where it goes. */
  readonly summary: string;
  apply(): Promise<ToolAnswer | ToolProblem>;
}

export type Resolution = ToolAnswer | ToolChange | ToolProblem;

/** A card as a tool reads it. */
export interface ToolCard {
  readonly kind: 'card';
  /** As the call named it. */
  readonly name: string;
  readonly text: string;
  /** The repository and the folder it stands in, as far as they are known. */
  readonly place: { readonly repositoryId?: string; readonly folder?: string };
  /** Where on the Hub it lies, and the commit it was read at, unless it lies here. */
  readonly hub?: HubReference & { readonly commit: string };
}

/** An evaluation on this machine, as a host that started it knows it. */
export interface RunHere {
  readonly id: string;
  readonly model: string;
  readonly tasks: string;
  readonly state: string;
  /** What it waits for, or why it failed, in one sentence. */
  readonly reason?: string | undefined;
  /** How long it has run; null where it has not begun. */
  readonly seconds: number | null;
  /** The path of its result file, of our own form, once it has one. */
  readonly results?: string | undefined;
}

/** What the tools work with: the parts of the product, and the cards and the Hub as the host reaches them. */
export interface ToolParts {
  core(): typeof Core;
  metadata(): typeof Metadata;
  hub(): typeof Hub;
  runs(): typeof Runs;
  benchmarks(): Benchmarks;
  terms(): HubTerms;
  /** The tasks that can be evaluated. */
  tasks(): Runs.TaskCatalogue;
  /** The folder of the evaluation scripts. */
  readonly scriptFolder: string;
  /** Not where the folder that is open is not trusted. */
  mayRunPrograms(): boolean;
  /** Reads a card by a path or by `org/name[@revision]`. */
  openCard(name: string): Promise<ToolCard | ToolProblem>;
  /** Changes a card that lies here, unless its text is no longer the one that was read; null where it went well. */
  editCard(card: ToolCard, edits: readonly TextEdit[]): Promise<ToolProblem | null>;
  connect(): Promise<HubConnection | ToolProblem>;
  /** The evaluations on this machine, newest first; none where the host starts none. */
  runsHere(): readonly RunHere[];
}

/** What a host may tell of a tool before it is called. */
export interface ToolHints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** A tool that an agent may call. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it does and when to call it, for a model. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  readonly hints: ToolHints;
  /** Works out what a call means. Nothing is changed before a change is applied. */
  resolve(input: unknown, parts: ToolParts): Promise<Resolution>;
}

/** Hints of a tool that only looks, here and on the Hub. */
export const LOOKS: ToolHints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

/** A tool whose input is checked against its schema before it is resolved. */
export function defineTool<Input>(
  definition: Omit<Tool, 'resolve'> & {
    readonly resolve: (input: Input, parts: ToolParts) => Promise<Resolution>;
  },
): Tool {
  return {
    ...definition,
    resolve: async (input, parts) => {
      const read = readInput<Input>(definition.inputSchema, input);
      return read.kind === 'problem' ? read : definition.resolve(read.value, parts);
    },
  };
}

/** A problem as a value. */
export function problem(message: string): ToolProblem {
  return { kind: 'problem', message };
}
