import { badUse } from './arguments';
import type { Failure } from './exit';
import { flag, text } from './mergeOptions';
import { loadRuns } from './runs';

/** What `evaluate --where jobs` is asked for beside the run. */
export interface JobOptions {
  /** The name of the hardware; the cheapest that is large enough without it. */
  readonly hardware?: string | undefined;
  readonly timeoutSeconds: number;
  /** Who pays; the account of the token without it. */
  readonly namespace?: string | undefined;
  /** Where the job fetches its script in place of bringing it along. */
  readonly scriptUrl?: string | undefined;
  /** Stay until the job is over. */
  readonly follow: boolean;
  /** What it can cost is agreed to. */
  readonly yes: boolean;
}

/** The options by the names they are typed with. */
export const JOB_OPTIONS = {
  hardware: text,
  timeout: text,
  namespace: text,
  'script-url': text,
  follow: flag,
  yes: flag,
} as const;

type Typed = { readonly [Name in keyof typeof JOB_OPTIONS]?: string | boolean | undefined };

/** Reads the options of jobs, which an evaluation on this machine does not take. */
export function readJobOptions(typed: Typed, inJob: boolean): JobOptions | Failure {
  const given = (Object.keys(JOB_OPTIONS) as (keyof Typed)[]).find((name) => typed[name] !== undefined);
  if (!inJob && given !== undefined) return badUse('evaluate', `--${given} needs --where jobs`);
  const { readScriptUrl, secondsOf, USUAL_TIMEOUT } = loadRuns();
  const { hardware, timeout = USUAL_TIMEOUT, namespace, follow, yes } = typed;
  const timeoutSeconds = secondsOf(String(timeout));
  if (timeoutSeconds === null) {
    return badUse('evaluate', `--timeout takes a time such as 45m, 3h or 1d, not "${String(timeout)}"`);
  }
  const script = typed['script-url'];
  const scriptUrl = script === undefined ? undefined : readScriptUrl(String(script));
  if (scriptUrl?.kind === 'problem') return badUse('evaluate', `--script-url ${scriptUrl.problem}`);
  return {
    hardware: hardware === undefined ? undefined : String(hardware),
    timeoutSeconds,
    namespace: namespace === undefined ? undefined : String(namespace),
    scriptUrl: scriptUrl?.url,
    follow: follow === true,
    yes: yes === true,
  };
}
