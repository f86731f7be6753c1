import * as vscode from 'vscode';
import type { OpenSession, Session } from './hubSession';

/** A session for a command; null where there is none, which is told. */
export async function openOrTell(opening: Promise<Session>): Promise<OpenSession | null> {
  const session = await opening;
  if (session.kind === 'session') return session;
  void vscode.window.showErrorMessage(session.message);
  return null;
}
