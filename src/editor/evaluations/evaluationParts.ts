import type * as vscode from 'vscode';
import type { HubSession } from '../account/hubSession';
import type { Asker } from '../asker';
import type { CardPlaces } from '../hubClone/cardPlaces';
import type { CommandTarget } from '../openedCard';

/** What planning, starting and following evaluations works with. */
export interface EvaluationParts {
  readonly session: HubSession;
  readonly places: CardPlaces;
  readonly asker: Asker;
  readonly log: vscode.LogOutputChannel;
  /** Remembers runs, and what was chosen for each model. */
  readonly memory: vscode.Memento;
  /** Where runs on this machine put their results, each in a folder of its own. */
  readonly runsFolder: string;
  /** The folder of the product's bundles; `cli.js` and `python/` lie in it. */
  readonly programFolder: string;
  /** The folder of the data files, with the table of tasks. */
  readonly dataFolder: string;
  /** Where the lists of tasks are kept that the frameworks were asked for. */
  readonly taskListFolder: string;
  /** The card that a command is about; null where there is none, which was told then. */
  readonly cardOf: (target: CommandTarget) => Promise<vscode.TextDocument | null>;
  /** Opens the panel for a card on the results of a file. */
  readonly addResults: (card: vscode.Uri, file: vscode.Uri) => Promise<void>;
  readonly showPage: (url: string) => void;
}
