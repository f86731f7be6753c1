import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** The extension's panel in a workbench, by what a person sees and does. */
export class Panel {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens a card and clicks a lens of it. */
  static async open(workbench: Workbench, card: string, lens = 'Extract to model-index'): Promise<Panel> {
    await workbench.openFile(card);
    await workbench.clickCodeLens(lens);
    return new Panel(workbench).shown();
  }

  /** Waits until the page shows a table. */
  async shown(): Promise<this> {
    await this.page.locator('.table table').waitFor();
    await this.page.locator('.models input').first().waitFor();
    return this;
  }

  /** The panel's own document. */
  get page(): FrameLocator {
    return this.#workbench.webview();
  }

  model(name: string): Locator {
    return this.page.locator('.models label', { hasText: name }).locator('input');
  }

  /** The row of a score, by the benchmark's place among the rows. */
  score(index: number): Locator {
    return this.page.locator('.scores tbody tr.score').nth(index);
  }

  button(text: string): Locator {
    return this.page.locator('vscode-button', { hasText: text });
  }

  get confirmation(): Locator {
    return this.page.locator('.confirm');
  }

  /** Waits for a sentence in the bar at the foot. */
  async says(text: string | RegExp): Promise<void> {
    await this.page.locator('.status', { hasText: text }).waitFor();
  }

  /** The lines that the diff adds, without their sign. */
  async addedLines(): Promise<readonly string[]> {
    return this.page.locator('.diff .added .text').allTextContents();
  }

  /** Clicks Apply as soon as it can be clicked: on a disabled button a click does nothing. */
  async apply(): Promise<void> {
    await this.becomes('enabled', 'Apply');
    await this.button('Apply').click();
  }

  /** Waits until a button can be clicked, or until it cannot. */
  async becomes(state: 'enabled' | 'disabled', button: string): Promise<void> {
    const attribute = state === 'disabled' ? '[disabled]' : ':not([disabled])';
    await this.page.locator(`vscode-button${attribute}`, { hasText: button }).waitFor();
  }

  /** Presses Tab until the focus is on what `wanted` describes; the person sees it by its name. */
  async tabTo(wanted: RegExp): Promise<void> {
    const seen: string[] = [];
    for (let presses = 0; presses < 200; presses++) {
      const focused = await this.#focused();
      if (wanted.test(focused)) return;
      seen.push(focused);
      await this.#workbench.press('Tab');
    }
    assert.fail(`Tab never reached ${String(wanted)}, only ${seen.join('; ')}`);
  }

  /** Types over what the focused field holds. VS Code selects all of a webview some time after Ctrl+A, so that is no use here. */
  async overwrite(text: string): Promise<void> {
    await this.#workbench.press('Home', 'Shift+End');
    await this.#workbench.page.keyboard.type(text);
  }

  /** Element and name of what has the focus, such as `input Qwill-7B 12 scores`. */
  async #focused(): Promise<string> {
    return this.page.locator('body').evaluate(() => {
      const focused = document.activeElement;
      const label = focused?.closest('label') ?? focused;
      return `${focused?.localName ?? ''} ${focused?.getAttribute('aria-label') ?? label?.textContent ?? ''}`;
    });
  }

  /** Fails where axe finds something that keeps people with assistive technology out. */
  async assertAccessible(): Promise<void> {
    const frame = await this.#frame();
    await frame.evaluate(axe.source);
    const violations = await frame.evaluate<readonly Violation[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
    );
    const told = violations.map(({ id, nodes }) =>
      [id, ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}: ${failureSummary ?? ''}`)].join('\n'),
    );
    assert.deepEqual(told, []);
  }

  /** Fails where something reaches beyond the page; the table of the card and the diff scroll by themselves. */
  async assertFits(): Promise<void> {
    const tooWide = await this.page.locator('html').evaluate((html) =>
      [html, ...html.querySelectorAll('body *:not(.table .scroll *, .diff *)')]
        .filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          const scrolls = one.matches('.table .scroll, .diff') || getComputedStyle(one).overflowX === 'hidden';
          return left < 0 || right > html.clientWidth || (!scrolls && one.scrollWidth > one.clientWidth + 1);
        })
        .filter((one) => one.clientWidth > 0)
        .map((one) => `${one.localName} ${one.className}: ${one.textContent.slice(0, 60)}`),
    );
    assert.deepEqual(tooWide, []);
  }

  async #frame(): Promise<Frame> {
    const frame = await (await this.page.locator('body').elementHandle()).ownerFrame();
    assert.ok(frame);
    return frame;
  }
}
