import * as vscode from 'vscode';
import type { CardName } from '../../results/types';
import type { AgedList, MeasuredModel } from '../../scores/index';
import type { Asker, Option } from '../asker';
import { count } from '../../plural';
import { loadScores } from '../scoresClient';

/** What a person wants of the list. */
type Wanted =
  | { readonly kind: 'row'; readonly row: MeasuredModel }
  | { readonly kind: 'creator'; readonly creator: string }
  | { readonly kind: 'fresh' };

/** The row of a person's choice; `fresh` for the list read anew, undefined where they left. */
export async function pickRow(
  list: AgedList,
  names: readonly CardName[],
  asker: Asker,
): Promise<MeasuredModel | 'fresh' | undefined> {
  const { describeAge, modelsOf, nearestModels, rowsOfCard } = loadScores();
  const models = list.models.filter(({ scores }) => Object.keys(scores).length > 0);
  const wanted = await asker.pick<Wanted>('Import from Artificial Analysis: which creator?', [
    ...group('Surely this card’s model', rowsOfCard(models, names).map(rowOption)),
    ...group('Creators', creatorOptions(models)),
    ...group(`Models ${describeAge(list.age)}`, [
      { label: 'Read the list anew', description: 'a key has few requests a day', value: { kind: 'fresh' } },
    ]),
  ]);
  if (wanted === undefined) return undefined;
  if (wanted.kind === 'fresh') return 'fresh';
  if (wanted.kind === 'row') return wanted.row;
  const rows = nearestModels(modelsOf(models, wanted.creator), names);
  const chosen = await asker.pick<Wanted>('Import from Artificial Analysis: which model?', rows.map(rowOption));
  return chosen?.kind === 'row' ? chosen.row : undefined;
}

function group(label: string, options: readonly Option<Wanted>[]): readonly Option<Wanted>[] {
  const [first] = options;
  return first ? [{ label, kind: vscode.QuickPickItemKind.Separator, value: first.value }, ...options] : [];
}

function rowOption(row: MeasuredModel): Option<Wanted> {
  const scores = count(Object.keys(row.scores).length, 'score');
  return {
    label: row.name,
    description: [row.creator.name, scores].join(' · '),
    ...(row.repositoryId !== undefined && { detail: row.repositoryId }),
    value: { kind: 'row', row },
  };
}

function creatorOptions(models: readonly MeasuredModel[]): readonly Option<Wanted>[] {
  const creators = new Map<string, { readonly name: string; count: number }>();
  for (const { creator } of models) {
    const known = creators.get(creator.slug) ?? { name: creator.name, count: 0 };
    known.count++;
    creators.set(creator.slug, known);
  }
  return [...creators]
    .sort(([, a], [, b]) => a.name.localeCompare(b.name))
    .map(([slug, { name, count: rows }]) => ({
      label: name,
      description: count(rows, 'model'),
      value: { kind: 'creator', creator: slug },
    }));
}
