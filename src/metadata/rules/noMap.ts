import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';
import type { TextEdit } from '../../card/text';

/** Front matter that holds no key: it is empty, or a list, or a text. */
export const noMap: Rule<CardView, TextEdit | null> = {
  code: 'front-matter.no-map',
  severity: 'error',
  link: Link.metadata,

  *find({ text, analysis: { frontMatter, metadata } }) {
    if (frontMatter.kind !== 'present') return;
    const { block, yaml } = frontMatter;
    const { problem, keys } = metadata;
    if (problem?.reason === 'no-map') {
      const line = /^.*/.exec(text.slice(problem.offset, yaml.end))?.[0] ?? '';
      const isList = /^[-[]/.test(line);
      const message = isList
        ? '"value" must be of type object: write keys and values into the front matter, not a list.'
        : 'The YAML metadata of your README.md is invalid: write keys and values such as "license: mit".';
      const colon = /^[\w-]+:(?=\S)/.exec(line);
      const at = problem.offset + (colon?.[0].length ?? 0);
      const data = colon === null ? null : { start: at, end: at, text: ' ' };
      yield { range: { start: problem.offset, end: problem.offset + line.trimEnd().length }, message, data };
    } else if (problem === undefined && keys.length === 0 && !/^\s*\{/m.test(text.slice(yaml.start, yaml.end))) {
      const message =
        'The YAML metadata of your README.md is invalid, since the front matter is empty: add a key such as license.';
      yield {
        range: { start: block.start, end: block.start + 3 },
        message,
        data: { start: yaml.start, end: yaml.start, text: `license: unknown\n` },
      };
    }
  },

  fixes({ data }) {
    if (data === null) return [];
    return [
      { title: data.text === ' ' ? 'Put a space behind the colon' : 'Add a license key', edits: [data], safe: false },
    ];
  },
};
