import type { HubFailure } from '../../src/hub/failure';
import type { Reply } from './server/exchange';
import type { Fault } from './server/faults';

/** What goes wrong, what reading then ends in, and what publishing does: `done` where the change is found. */
export interface FaultRow {
  readonly fault: Fault;
  readonly reading: HubFailure['kind'];
  readonly publishing: HubFailure['kind'] | 'done';
  /** The next step in the sentence about it. */
  readonly nextStep: RegExp;
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}, body: Reply['body'] = {}): Fault {
  return { kind: 'answer', reply: { status, headers, body } };
}

function coded(status: number, code: string): Fault {
  return answer(status, { 'X-Error-Code': code }, { error: code });
}

function both(fault: Fault, kind: HubFailure['kind'], nextStep: RegExp): FaultRow {
  return { fault, reading: kind, publishing: kind, nextStep };
}

/** The Hub did its work, but its answer is of no use: reading cannot go on, publishing finds what it did. */
function worked(fault: Fault, kind: HubFailure['kind'], nextStep: RegExp): FaultRow {
  return { fault, reading: kind, publishing: 'done', nextStep };
}

const BAD_TOKEN = { 'X-Error-Message': 'Invalid credentials in Authorization header' };
const REJECTED = { errors: [{ message: '"license" must be a string' }], warnings: [] };
const HTML = '<!doctype html><h1>Bad gateway</h1>';
const AGAIN = /try again/;

/** Every fault by name. */
export const FAULT_TABLE: Readonly<Record<string, FaultRow>> = {
  '401': both(answer(401, BAD_TOKEN, { error: 'x' }), 'bad-token', /make one at .*\/settings\/tokens and sign in/),
  '402': both(answer(402, {}, { error: 'No credit' }), 'payment-required', /\(No credit\); look at the billing/),
  '403 gated': both(coded(403, 'GatedRepo'), 'gated', /ask for it at http.*\/acme\/anvil/),
  '403 forbidden': both(answer(403, {}, { error: 'No write access' }), 'forbidden', /\(No write access\); use a token/),
  '404 repository': both(coded(404, 'RepoNotFound'), 'missing-repository', /check the name/),
  '404 revision': both(coded(404, 'RevisionNotFound'), 'missing-revision', /check its name, or take main/),
  '404 file': both(coded(404, 'EntryNotFound'), 'missing-file', /check the name, or create/),
  '400 metadata': both(answer(400, {}, REJECTED), 'rejected-metadata', /"license" must be a string\); mend that/),
  '409': both(answer(409, {}, { error: 'Busy' }), 'conflict', /refresh, then try again/),
  '412': both(answer(412), 'branch-moved', /read it again, merge/),
  '429 with headers': both(answer(429, { RateLimit: '"api";r=0;t=199' }), 'rate-limited', /try again in 4 minutes/),
  '429 without headers': both(answer(429), 'rate-limited', /try again later/),
  '500': both(answer(500), 'server-error', AGAIN),
  '503': both(answer(503), 'server-error', AGAIN),
  'cut before the answer': both({ kind: 'cut', when: 'before' }, 'unreachable', AGAIN),
  'cut within the answer': worked({ kind: 'cut', when: 'within' }, 'unreachable', AGAIN),
  'cut after the work': worked({ kind: 'cut', when: 'after' }, 'unreachable', AGAIN),
  'slow body': worked({ kind: 'slow' }, 'timed-out', AGAIN),
  'wrong content type': worked({ kind: 'content-type', type: 'text/plain' }, 'unreadable-answer', AGAIN),
  'bad JSON': worked({ kind: 'broken-json' }, 'unreadable-answer', AGAIN),
  'redirect loop': both(answer(307, { Location: '/api/models/acme/loop/commit/main' }), 'unreadable-answer', AGAIN),
  'redirect to another host': both(answer(307, { Location: 'https://evil.example/' }), 'led-elsewhere', AGAIN),
  'HTML error page': both(answer(502, { 'Content-Type': 'text/html' }, HTML), 'server-error', AGAIN),
};
