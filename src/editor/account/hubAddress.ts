import * as vscode from 'vscode';
import { Setting, SETTINGS } from '../../contributions';
import { loadHub } from '../hubClient';

/**
 * The Hub that is talked to: the one of `modelCard.hub.url`, else that of HF_ENDPOINT, without a slash at its end; null
 * where that is no web address.
 */
export function hubAddress(env: NodeJS.ProcessEnv): string | null {
  const set = vscode.workspace.getConfiguration(SETTINGS).get<string>(Setting.hubUrl, '').trim();
  return loadHub().hubUrlOf(set === '' ? env : { HF_ENDPOINT: set });
}

/** What to do about an address that is none. */
export const NO_ADDRESS = `The address of the Hub is no web address; correct the setting ${SETTINGS}.${Setting.hubUrl}, or HF_ENDPOINT where that is empty.`;
