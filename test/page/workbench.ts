import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Test } from 'mocha';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import type { Version } from '../../scripts/vscode/install.mjs';
import { makeScratch, type Scratch } from '../../scripts/vscode/scratch.mjs';
import { startServer, type Server } from '../../scripts/vscode/server.mjs';
import { refuseTokens } from '../../scripts/test/traces.mjs';
import { installVsix } from '../../scripts/vscode/vsix.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };

/** The colour themes that the pictures are taken in, by the names VS Code gives them. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
} as const;

/** How a workbench starts. */
export interface WorkbenchOptions {
  readonly version?: Version;
  /** Settings on top of the quiet ones that every run has. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the extension host finds in its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** More files of the workspace, by their paths in it; bytes where the text matters to the last one. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * A fresh VS Code in a browser with the packaged extension installed, opened on a copy of the samples.
 * A test works it as a person would: by what is on the screen, the mouse and the keyboard.
 */
export class Workbench {
  readonly #scratch: Scratch;
  readonly #server: Server;
  readonly #browser: Browser;
  /** The page that shows the workbench. */
  readonly page: Page;
  /** The folder that is open, on disk. */
  readonly folder: string;

  private constructor(scratch: Scratch, server: Server, browser: Browser, page: Page, folder: string) {
    this.#scratch = scratch;
    this.#server = server;
    this.#browser = browser;
    this.page = page;
    this.folder = folder;
  }

  /** Starts server and browser and waits until the workbench can be worked with. */
  static async start({
    version = 'newest',
    settings = {},
    env = {},
    files = {},
  }: WorkbenchOptions = {}): Promise<Workbench> {
    const scratch = makeScratch();
    const folder = scratch.folder('workspace');
    cpSync('samples', folder, { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    await installVsix(resolve(`${manifest.name}-${manifest.version}.vsix`), scratch.folder('extensions'));
    const server = await startServer({ version, scratch, settings, env });
    const browser = await launchBrowser(scratch);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const workbench = new Workbench(scratch, server, browser, page, folder);
    await page.goto(server.url(folder));
    await workbench.#ready();
    return workbench;
  }

  /** Ends browser and server and removes every file of the run, none of which may hold a token. */
  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    try {
      refuseTokens(this.#scratch.root);
    } finally {
      this.#scratch.remove();
    }
  }

  /** Where a text stands in what the page shows and keeps; the editor's secret storage does not count. */
  async placesOf(text: string): Promise<readonly string[]> {
    const frames = await Promise.all(
      this.page.frames().map(async (frame) => ((await frame.content()).includes(text) ? `frame ${frame.url()}` : '')),
    );
    return [...frames.filter((place) => place !== ''), ...(await this.page.evaluate(storedPlacesOf, text))];
  }

  /** Loads the window again by "Developer: Reload Window", which gives the workbench time to keep what is open. */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.runCommand('Developer: Reload Window')]);
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /** Opens a sample and waits until the extension is there, which the palette needs to list our commands. */
  async waitForExtension(): Promise<void> {
    await this.openFile('qwill-7b/README.md');
    await this.codeLens(/Extract to model-index/)
      .first()
      .waitFor({ timeout: 60_000 });
  }

  /** Opens a file of the workspace through the quick open box and waits for its tab. */
  async openFile(path: string): Promise<void> {
    await this.#openQuickInput('Control+P', path);
    const [name = '', folder = ''] = path.split('/').reverse();
    // The list still shows the files opened last when the path has just been typed.
    await this.quickPickItem(new RegExp(`${name}.*${folder}`, 's')).click();
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.#openQuickInput('F1', `>${title}`);
    await this.quickPickItem(title).click();
  }

  /** A row of the quick pick that is open. */
  quickPickItem(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
  }

  /** Puts the cursor of the active editor somewhere, 1-based, and waits until it is there. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#openQuickInput('Control+G', `:${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await this.page.locator('.monaco-editor.focused').waitFor();
  }

  /** Leaves a panel for the text in the first group, by keyboard. */
  async goToText(): Promise<void> {
    await this.press('Control+1');
    await this.page.locator('.monaco-editor.focused').waitFor();
  }

  /** Answers the question with this title: by a text, or by what is offered. */
  async answer(title: string, text?: string): Promise<void> {
    await this.page.locator('.quick-input-titlebar', { hasText: title }).waitFor();
    if (text !== undefined) await this.page.locator('.quick-input-widget input').last().fill(text);
    await this.press('Enter');
  }

  async #openQuickInput(key: string, text: string): Promise<void> {
    // One that is still closing would take the key and stay closed.
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.press(key);
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(text);
  }

  /** The code lenses of the visible editors that contain this text. */
  codeLens(text: string | RegExp): Locator {
    return this.page.locator('.codelens-decoration a', { hasText: text });
  }

  /** Clicks the first code lens with this text, waiting for it. */
  async clickCodeLens(text: string | RegExp): Promise<void> {
    await this.codeLens(text).first().click();
  }

  /** What stands in the webview that is shown; its own document is two frames deep. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  }

  /** Presses keys as Playwright names them, one after the other, wherever the focus is. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The modal dialog that is shown. */
  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Clicks a button of the modal dialog, waiting for both. */
  async clickDialogButton(text: string | RegExp): Promise<void> {
    await this.dialog().locator('.monaco-button', { hasText: text }).click();
  }

  /** What the status bar says of a draft that nobody has published. */
  draftEntry(): Locator {
    return this.page.locator('.statusbar-item', { hasText: 'Not on the Hub yet' });
  }

  /** The rows of the views at the side that contain this text. */
  viewRow(text: string | RegExp): Locator {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: text });
  }

  /** The notifications in the corner that contain this text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** Closes all editors, and forgets what is not saved. */
  async closeEditors(): Promise<void> {
    await this.press('Escape');
    await this.runCommand('View: Close All Editors');
    const tab = this.page.locator('.tabs-container .tab').first();
    const discard = this.dialog().getByRole('button', { name: "Don't Save" });
    for (; await tab.isVisible(); await this.page.waitForTimeout(200)) {
      if (await discard.isVisible()) await discard.click();
    }
  }

  /** Saves the file of the active tab and waits until it no longer counts as changed. */
  async save(): Promise<void> {
    await this.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** The bytes of a file of the workspace on disk, as UTF-8 with every line ending as it is. */
  readFile(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Waits until a file of the workspace is on disk as it should be, and returns it. */
  async onDisk(path: string, isDone: (text: string) => boolean): Promise<string> {
    const end = Date.now() + 15_000;
    for (;;) {
      const text = this.readFile(path);
      if (isDone(text)) return text;
      assert.ok(Date.now() < end, `${path} on disk is still:\n${text}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Writes the settings of the open folder; they take effect when VS Code has seen the file, so wait for what they change. */
  setSettings(settings: Readonly<Record<string, unknown>>): void {
    mkdirSync(join(this.folder, '.vscode'), { recursive: true });
    writeFileSync(join(this.folder, '.vscode/settings.json'), JSON.stringify(settings, null, 2));
  }

  /** Switches the colour theme and waits until it is shown. */
  async setTheme(theme: keyof typeof themes): Promise<void> {
    this.setSettings({ 'workbench.colorTheme': themes[theme] });
    const shown = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black' }[theme];
    await this.page.locator(`.monaco-workbench.${shown}`).waitFor();
  }

  /** Leaves a picture of what a test that failed has come to. */
  async pictureFailure(test: Test | undefined): Promise<void> {
    if (test?.state !== 'failed') return;
    const name = `failed-${test.title.replace(/\W+/g, '-')}`;
    await this.screenshot(name);
    // What was said and has gone again tells more than the rest.
    await this.runCommand('Notifications: Show Notifications');
    await this.screenshot(`${name}-notifications`);
  }

  /** Leaves a picture of the whole workbench in test-results/. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join('test-results', `${name}.png`) });
  }
}

/** Runs in the page, which keeps settings and the state of extensions in its own storage. */
async function storedPlacesOf(text: string): Promise<readonly string[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database does not answer.'));
    });
  const places = [localStorage, sessionStorage].flatMap((storage) =>
    Object.keys(storage).filter((key) => key !== 'secrets.provider' && storage.getItem(key)?.includes(text)),
  );
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await done(database.transaction(store).objectStore(store).getAll());
      if (JSON.stringify(values).includes(text)) places.push(`${name} ${store}`);
    }
    database.close();
  }
  return places;
}
