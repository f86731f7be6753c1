import type { FromPage, PanelState } from '../src/editor/panel/protocol';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The editor at the other end of the page's messages. */
export const editor: VsCodeApi = acquireVsCodeApi();
