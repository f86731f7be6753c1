import { attempt } from './attempt';
import { jsonOf } from './answer';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { AnswerReader, optionalText } from './json';

/** One sentence of the Hub about a card's front matter. */
export interface YamlRemark {
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/** What the Hub says of a card's front matter: errors stop a commit, warnings do not. */
export interface YamlVerdict {
  readonly errors: readonly YamlRemark[];
  readonly warnings: readonly YamlRemark[];
}

/** Lets the Hub check a whole card as it does with every commit. No token is needed. */
export function validateYaml(
  connection: HubConnection,
  content: string,
  signal?: AbortSignal,
): Promise<HubResult<YamlVerdict>> {
  return attempt(async () => {
    // Errors come with status 400, so that is an answer here.
    const answer = await connection.send({
      method: 'POST',
      path: '/api/validate-yaml',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content, repoType: 'model' }),
      subject: {},
      alsoTakes: 400,
      signal,
    });
    const read = new AnswerReader(connection);
    const verdict = read.object(jsonOf(answer), 'the verdict');
    const remarks = (name: string): readonly YamlRemark[] =>
      read.objects(verdict[name] ?? [], name).map((item) => {
        const help = optionalText(item['help']);
        return { message: read.text(item['message'], 'a message'), ...(help !== undefined && { help }) };
      });
    const errors = remarks('errors');
    if (answer.status === 400 && errors.length === 0) {
      const message = optionalText(verdict['error']) ?? 'The Hub does not take this card.';
      return { errors: [{ message }], warnings: remarks('warnings') };
    }
    return { errors, warnings: remarks('warnings') };
  });
}
