import type { ScoreSource } from '../types';
import { draftRun } from './draftRun';
import type { Run } from './readRun';

/** A run as a source for the panel; `page` is the card's own on the Hub, empty where it is not known. */
export function runSource(run: Run, fileName: string, page: string): ScoreSource {
  const { sourceName, model = '', warnings, reproduce } = run;
  return {
    kind: 'scores',
    title: `${sourceName}, ${fileName}`,
    warnings,
    models: [{ name: model, drafts: draftRun(run), sourceName, sourceUrl: page }],
    reproduce,
  };
}
