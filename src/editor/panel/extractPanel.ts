import * as vscode from 'vscode';
import { Command } from '../../contributions';
import type { CardStore } from '../analysis/cardStore';
import type { Asker } from '../asker';
import type { EvalResults } from '../evalResults/index';
import { applyExtraction, type ApplyOutcome, type ApplyRequest, moveMetadataUp } from '../extract/apply';
import type { Extraction } from '../extract/extraction';
import { type CurrentExtraction, extractNow } from '../extract/extractNow';
import type { Previews } from '../extract/preview';
import { type ExtractFrom, fromTable } from '../extract/extractFrom';
import { sourceTable } from '../extract/sourceTable';
import { moveAnchor } from '../extract/tableAnchor';
import { revealLine } from '../reveal';
import { panelHtml } from './html';
import { isFromPage } from './protocol/fromPage';
import type { FromPage, PanelState, PanelView, ToPage } from './protocol/messages';
import { TASK_TYPES } from './tasks';

/** What a panel works with. */
export interface PanelParts {
  readonly store: CardStore;
  readonly previews: Previews;
  readonly evalResults: () => EvalResults;
  readonly asker: Asker;
  readonly log: vscode.LogOutputChannel;
  /** Where the page's bundle lies. */
  readonly pageFolder: vscode.Uri;
  /** Lets the person choose another table of the card. */
  readonly chooseTable: (document: vscode.TextDocument) => Promise<void>;
}

const TYPING_PAUSE_MS = 150;
const GONE = 'The table is gone from the card; choose another one.';

/** The panel of one card: it shows what extracting a table would do, and does it. */
export class ExtractPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #parts: PanelParts;
  readonly #subscriptions: vscode.Disposable[] = [];
  #state: PanelState;
  #choiceNumber = 0;
  /** Counts the views of files beside the card: a newer one ends those before. */
  #evalViews = 0;
  #verifiable: readonly string[] = [];
  #ready = false;
  #shownTable = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: vscode.WebviewPanel, state: PanelState, parts: PanelParts) {
    this.#panel = panel;
    this.#parts = parts;
    this.#state = state;
    panel.webview.options = { enableScripts: true, localResourceRoots: [parts.pageFolder] };
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      vscode.workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      vscode.workspace.onDidCreateFiles(({ files }) => this.#followBeside(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.#followBeside(files)),
    );
    panel.webview.html = panelHtml(panel.webview, parts.pageFolder);
  }

  /** The card as a URI in text form. */
  get card(): string {
    return this.#state.uri;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Runs when the person closes the panel. */
  onDidClose(listener: () => void): void {
    this.#subscriptions.push(this.#panel.onDidDispose(listener));
  }

  /** Turns the panel to another table of its card, or to scores from elsewhere. */
  show(state: PanelState): void {
    this.#panel.reveal();
    // The card may have been away meanwhile, as a file that was deleted and brought back.
    if (isSameTable(state.from, this.#state.from)) return void this.#refresh();
    this.#state = state;
    this.#start();
  }

  /** Goes with the card to where it is now, with all that was chosen. */
  move(uri: vscode.Uri, title: string): void {
    this.#state = { ...this.#state, uri: uri.toString() };
    this.#panel.title = title;
    this.#start();
  }

  dispose(): void {
    this.#ready = false;
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  #receive(message: unknown): void {
    if (!isFromPage(message)) {
      this.#parts.log.warn('The panel sent a message that is not understood; it was ignored.');
      return;
    }
    this.#act(message).catch((error: unknown) => {
      this.#parts.log.error(error instanceof Error ? error : String(error));
      this.#post({ type: 'status', level: 'error', message: 'Something went wrong; see the log "Model Card Editor".' });
    });
  }

  async #act(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#start();
      case 'choose':
        this.#choiceNumber = message.number;
        this.#state = { ...this.#state, choice: message.choice };
        return this.#refresh();
      case 'apply':
        return this.#tell(applyExtraction(await this.#applyRequest(message), ...this.#means()));
      case 'moveUp':
        return this.#tell(moveMetadataUp({ ...(await this.#request()), seen: '' }, ...this.#means()));
      case 'preview':
        return this.#preview();
      case 'copyYaml':
        return this.#copyYaml();
      case 'copyReproduce':
        return this.#copyReproduce();
      case 'copyVerify':
        return this.#copy(`inspect eval ${this.#verifiable[message.index] ?? ''}`, 'Copied the command.');
      case 'evaluateVerified':
        return this.#evaluate(this.#verifiable[message.index]);
      case 'goToProblem':
        return this.#goToProblem();
      case 'chooseTable':
        return this.#parts.chooseTable(await this.#document());
      case 'reveal':
        return revealLine(await this.#document(), message.line);
    }
  }

  #start(): void {
    this.#choiceNumber = 0;
    this.#shownTable = '';
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(this.#state.uri, true));
    this.#post({ type: 'start', state: this.#state, card: { path }, tasks: TASK_TYPES });
    void this.#refresh();
  }

  /** Follows the table while the card is edited, and the files beside it. */
  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    this.#followBeside([document.uri]);
    if (document.uri.toString() !== this.#state.uri || contentChanges.length === 0) return;
    const { from } = this.#state;
    if (from.kind === 'table') {
      const changes = contentChanges.map(({ range, text }) => ({
        firstLine: range.start.line,
        lastLine: range.end.line,
        text,
      }));
      this.#state = { ...this.#state, from: { ...from, anchor: moveAnchor(from.anchor, changes) } };
    }
    this.#refreshSoon();
  }

  /** Looks again at the files beside the card where one of them is among `changed`. */
  #followBeside(changed: readonly vscode.Uri[]): void {
    if (this.#state.choice.evalResults?.include !== true) return;
    const evalResults = this.#parts.evalResults();
    const card = vscode.Uri.parse(this.#state.uri, true);
    if (!changed.some((uri) => evalResults.isBeside(card, uri))) return;
    evalResults.lookAgain();
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), TYPING_PAUSE_MS);
  }

  async #refresh(): Promise<void> {
    const choice = this.#choiceNumber;
    try {
      const document = await this.#document();
      const current = await this.#current(document);
      if (choice !== this.#choiceNumber) return;
      if (current === null) return this.#post({ type: 'gone', message: GONE });
      await this.#showTable(current);
      const { edits, yaml, ...extraction } = current.extraction;
      const view: PanelView = { ...extraction, hasYaml: yaml !== '' };
      this.#post({ type: 'view', choice, view });
      this.#parts.previews.update(document, edits);
      await this.#showEvalResults(document, current.extraction);
    } catch (error) {
      this.#parts.log.error(error instanceof Error ? error : String(error));
      this.#post({ type: 'gone', message: 'The card cannot be read any more; open it, then choose a table.' });
    }
  }

  async #showEvalResults(document: vscode.TextDocument, extraction: Extraction): Promise<void> {
    const turn = ++this.#evalViews;
    const choice = this.#choiceNumber;
    const wanted = this.#state.choice.evalResults;
    if (wanted?.include !== true) return;
    const evalResults = this.#parts.evalResults();
    const { view, datasets } = await evalResults.proposal(document, extraction, wanted);
    if (turn !== this.#evalViews) return;
    this.#verifiable = view.verify;
    this.#post({ type: 'evalResults', choice, view });
    // What the Hub says comes later; nobody waits for it.
    evalResults.learn(document, datasets).then(
      (learned) => learned && turn === this.#evalViews && void this.#refresh(),
      (error: unknown) => this.#parts.log.error(error instanceof Error ? error : String(error)),
    );
  }

  async #showTable({ card, table }: CurrentExtraction): Promise<void> {
    const from = table === null ? this.#state.from : fromTable(table, card.overview.tables);
    this.#state = { ...this.#state, from };
    const shown = JSON.stringify([table?.number, from]);
    if (shown === this.#shownTable) return;
    const content = from.kind === 'scores' ? sourceTable(from) : await card.table(table?.number ?? 0);
    if (content === null) return;
    this.#shownTable = shown;
    this.#post({ type: 'table', from, table: content });
  }

  async #preview(): Promise<void> {
    const document = await this.#document();
    const current = await this.#current(document);
    if (current === null) return this.#post({ type: 'gone', message: GONE });
    await this.#parts.previews.show(document, current.extraction.edits);
  }

  async #copyYaml(): Promise<void> {
    const yaml = (await this.#current(await this.#document()))?.extraction.yaml ?? '';
    if (yaml !== '') await this.#copy(yaml, 'Copied the results as YAML.');
  }

  async #copyReproduce(): Promise<void> {
    const { from } = this.#state;
    if (from.kind !== 'scores' || from.reproduce === undefined) return;
    await this.#copy(from.reproduce, 'Copied how to reproduce these results, as Markdown.');
  }

  async #copy(text: string, message: string): Promise<void> {
    await vscode.env.clipboard.writeText(text);
    this.#post({ type: 'status', level: 'info', message });
  }

  async #evaluate(task: string | undefined): Promise<void> {
    await vscode.commands.executeCommand(Command.evaluate, vscode.Uri.parse(this.#state.uri, true), task);
  }

  async #goToProblem(): Promise<void> {
    const document = await this.#document();
    const merge = (await this.#current(document))?.extraction.merge;
    if (merge && 'line' in merge) await revealLine(document, merge.line, merge.column);
  }

  async #tell(ending: Promise<ApplyOutcome>): Promise<void> {
    const { kind, message } = await ending;
    if (kind === 'applied') await this.#parts.previews.close(await this.#document());
    await this.#refresh();
    this.#post({ type: 'status', level: kind === 'refused' ? 'error' : 'info', message });
  }

  #means(): [CardStore, Asker] {
    return [this.#parts.store, this.#parts.asker];
  }

  async #request() {
    const { from, choice } = this.#state;
    return { document: await this.#document(), from, choice };
  }

  async #applyRequest({ seen, seenBeside }: FromPage & { readonly type: 'apply' }): Promise<ApplyRequest> {
    const request = { ...(await this.#request()), seen };
    const { evalResults } = request.choice;
    if (evalResults?.include !== true) return request;
    return {
      ...request,
      beside: (extraction) => this.#parts.evalResults().changes(request.document, extraction, evalResults, seenBeside),
    };
  }

  #current(document: vscode.TextDocument): Promise<CurrentExtraction | null> {
    return extractNow(this.#parts.store, document, this.#state.from, this.#state.choice);
  }

  #document(): Thenable<vscode.TextDocument> {
    return vscode.workspace.openTextDocument(vscode.Uri.parse(this.#state.uri, true));
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }
}

function isSameTable(a: ExtractFrom, b: ExtractFrom): boolean {
  if (a.kind === 'scores' || b.kind === 'scores') return false;
  return a.anchor.checksum === b.anchor.checksum && a.anchor.line === b.anchor.line;
}
