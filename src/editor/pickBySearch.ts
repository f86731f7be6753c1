import * as vscode from 'vscode';
import type { Option } from './asker';

/** What a list offers for a text; it may give up when `signal` is aborted. */
export interface Search<Value> {
  readonly placeholder: string;
  /** What the text itself names, shown at once. */
  readonly direct: (text: string) => readonly Option<Value>[];
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Option<Value>[]>;
}

const TYPING_PAUSE_MS = 250;

/** A list that follows what is typed, asking again after each pause and dropping what is out of date. */
export function pickBySearch<Value>(title: string, search: Search<Value>): Promise<Value | undefined> {
  const picker = vscode.window.createQuickPick<Option<Value>>();
  Object.assign(picker, { title, placeholder: search.placeholder, matchOnDescription: true, matchOnDetail: true });
  let timer: NodeJS.Timeout | undefined;
  let running = new AbortController();

  async function follow(text: string): Promise<void> {
    running.abort();
    const current = (running = new AbortController());
    picker.busy = true;
    const found = await search.find(text, current.signal);
    if (current.signal.aborted) return;
    picker.busy = false;
    // The list was made for this text; the picker's own filter would hide what a paste or the Hub's search found.
    picker.items = [...search.direct(text), ...found].map((item) => ({ ...item, alwaysShow: true }));
  }

  return new Promise((resolve) => {
    picker.onDidChangeValue((text) => {
      clearTimeout(timer);
      picker.items = search.direct(text).map((item) => ({ ...item, alwaysShow: true }));
      timer = setTimeout(() => void follow(text), TYPING_PAUSE_MS);
    });
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (chosen === undefined) return;
      resolve(chosen.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      running.abort();
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
    void follow('');
  });
}
