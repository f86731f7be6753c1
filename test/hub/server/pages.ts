import { seenModel } from './access';
import { type HubRequest, type Reply } from './exchange';
import { MODEL, type Route } from './router';
import type { HubState } from './state';

/** Just enough of the Hub's web pages for "Open in Browser". */
export function pageRoutes(state: HubState): readonly Route[] {
  const page = (request: HubRequest, id: string, number?: string): Reply => {
    const repository = seenModel(state, request, id);
    const discussion = number === undefined ? undefined : repository.discussion(Number(number));
    const title =
      discussion === undefined ? repository.id : `${repository.id} #${discussion.number}: ${discussion.title}`;
    const text = title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
    const body = `<!doctype html><meta charset="utf-8"><title>${text}</title><h1>${text}</h1>\n`;
    return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
  };
  return [
    { method: 'GET', path: new RegExp(`^/${MODEL}$`), answer: page },
    { method: 'GET', path: new RegExp(`^/${MODEL}/discussions/(\\d+)$`), answer: page },
  ];
}
