import type {
  ChosenModel,
  DraftEdit,
  EditableDraft,
  EvalResultsView,
  ExtractionChoice,
  FromPage,
  PanelState,
  TableContent,
  PanelView,
} from '../src/editor/panel/protocol';

/** What the page needs of the editor. */
export interface Editor {
  postMessage(message: FromPage): void;
  setState(state: PanelState): void;
}

const TYPING_PAUSE_MS = 200;

/** The page's memory: what the person has chosen, and what the editor said of it last. */
export class Page {
  readonly #editor: Editor;
  #state: PanelState;
  #number = 0;
  #isTyping = false;
  #answered = -1;
  #evalResults: { readonly choice: number; readonly view: EvalResultsView } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: Editor, state: PanelState) {
    this.#editor = editor;
    this.#state = state;
    editor.setState(state);
  }

  /** What the person has chosen so far. */
  get choice(): ExtractionChoice {
    return this.#state.choice;
  }

  /** What the scores come from. */
  get from(): PanelState['from'] {
    return this.#state.from;
  }

  /** The number of the newest choice: answers to older ones are out of date. */
  get number(): number {
    return this.#number;
  }

  /** What the editor said last of files in `.eval_results/`. */
  get evalResults(): EvalResultsView | undefined {
    return this.#evalResults?.view;
  }

  /** Whether that, where it was asked for, is about the newest choice. */
  get knowsEvalResults(): boolean {
    return this.choice.evalResults?.include !== true || this.#evalResults?.choice === this.#number;
  }

  /** Whether what the editor said last is about the newest choice. */
  get isAnswered(): boolean {
    return this.#answered === this.#number && this.knowsEvalResults;
  }

  /** Keeps which choice the editor's view is of. */
  answer(choice: number): void {
    this.#answered = choice;
  }

  /** Keeps what the editor says of files in `.eval_results/`. */
  learn(choice: number, view: EvalResultsView): void {
    this.#evalResults = { choice, view };
  }

  /** Changes the choice and tells the editor, at once or when the person stops typing. */
  choose(change: Partial<ExtractionChoice>, when: 'now' | 'after typing' = 'now'): void {
    this.#set({ ...this.choice, ...change }, when);
  }

  /** Confirms that a model is the card's, or takes that back. */
  confirm(model: ChosenModel | undefined): void {
    const { confirmed: _before, ...choice } = this.choice;
    this.#set(model ? { ...choice, confirmed: model } : choice, 'now');
  }

  /** Changes fields of one score. */
  edit(draft: EditableDraft, changes: DraftEdit['changes'], when: 'now' | 'after typing'): void {
    this.choose({ edits: merged(this.choice.edits, [{ id: draft.id, of: draft.of, changes }]) }, when);
  }

  /** Changes fields of several scores at once. */
  editAll(drafts: readonly EditableDraft[], changes: (draft: EditableDraft) => DraftEdit['changes']): void {
    const edits = drafts.map((draft) => ({ id: draft.id, of: draft.of, changes: changes(draft) }));
    this.choose({ edits: merged(this.choice.edits, edits) });
  }

  /** Keeps where the table stands now. */
  follow(from: PanelState['from']): void {
    this.#remember({ ...this.#state, from });
  }

  /** Asks the editor to do something; what was typed until now goes first. */
  ask(message: FromPage): void {
    this.endTyping();
    this.#editor.postMessage(message);
  }

  /** Tells the editor what was typed until now. */
  endTyping(): void {
    if (this.#isTyping) this.#tell();
  }

  #set(choice: ExtractionChoice, when: 'now' | 'after typing'): void {
    this.#remember({ ...this.#state, choice });
    this.#number++;
    clearTimeout(this.#timer);
    this.#isTyping = when === 'after typing';
    if (this.#isTyping) this.#timer = setTimeout(() => this.#tell(), TYPING_PAUSE_MS);
    else this.#tell();
  }

  #remember(state: PanelState): void {
    this.#state = state;
    this.#editor.setState(state);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#isTyping = false;
    this.#editor.postMessage({ type: 'choose', number: this.#number, choice: this.choice });
  }
}

function merged(edits: readonly DraftEdit[], more: readonly DraftEdit[]): readonly DraftEdit[] {
  const byScore = new Map(edits.map((edit) => [`${edit.id} ${edit.of}`, edit]));
  for (const edit of more) {
    const key = `${edit.id} ${edit.of}`;
    byScore.set(key, { ...edit, changes: { ...byScore.get(key)?.changes, ...edit.changes } });
  }
  return [...byScore.values()];
}

/** A part of the page: its element, and how it shows what the editor says. */
export interface Section {
  readonly node: HTMLElement;
  show(view: PanelView, table: TableContent): void;
}
