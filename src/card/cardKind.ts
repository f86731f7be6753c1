import { likelyEnd, locateFrontMatter } from './frontMatter';
import type { HubRepository } from './repository';

/** What a Markdown file is to us: a card, a README that may become one (helped, never blamed), or nothing of ours. */
export type CardKind = 'card' | 'readme' | 'other';

/** What is known of a Markdown file when it is asked whether it is a model card. */
export interface MarkdownFile {
  readonly text: string;
  /** The file's name without its folder. */
  readonly name: string;
  readonly repository: HubRepository | null;
  /** What the person's own patterns say, where one matches. */
  readonly bySetting: boolean | undefined;
}

/** Keys that only the front matter of a dataset or of a Space has. */
const OTHER_CARD_KEYS = new Set(['sdk', 'sdk_version', 'app_file', 'dataset_info', 'task_categories', 'task_ids']);

/** Keys that the front matter of a model card has, and that of other Markdown files has not. */
const MODEL_CARD_KEYS = new Set([
  'pipeline_tag',
  'library_name',
  'base_model',
  'base_model_relation',
  'model-index',
  'model_name',
  'model_type',
  'new_version',
  'quantized_by',
  'inference',
]);

/** Tells a model card from other Markdown by its name, its front matter and where it comes from. */
export function cardKind({ text, name, repository, bySetting }: MarkdownFile): CardKind {
  if (bySetting !== undefined) return bySetting ? 'card' : 'other';
  if (repository !== null && repository.kind !== 'model') return 'other';
  const keys = frontMatterKeys(text);
  if (keys.some((key) => OTHER_CARD_KEYS.has(key))) return 'other';
  if (keys.some((key) => MODEL_CARD_KEYS.has(key))) return 'card';
  if (name.toLowerCase() !== 'readme.md') return 'other';
  return keys.length > 0 || repository !== null ? 'card' : 'readme';
}

/** Top-level keys as they stand, without parsing YAML: this is asked of every Markdown file that is opened. */
function frontMatterKeys(text: string): readonly string[] {
  const frontMatter = locateFrontMatter(text);
  if (frontMatter.kind === 'none') return [];
  const yaml =
    frontMatter.kind === 'unclosed'
      ? text.slice(frontMatter.start, likelyEnd(text, frontMatter))
      : text.slice(frontMatter.yaml.start, frontMatter.yaml.end);
  return [...yaml.matchAll(/^["']?([\w-]+)["']?[ \t]*:/gm)].map((match) => match[1] ?? '');
}
