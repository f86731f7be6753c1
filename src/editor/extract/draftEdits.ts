import type { ResultDraft } from '../../results/types';
import type { DraftEdit } from './choice';

/** A score with its place in the table that is shown. */
export interface PlacedDraft extends ResultDraft {
  readonly row: number;
  readonly column: number;
}

/** A score with the identity that edits of it refer to. */
export interface EditableDraft extends PlacedDraft {
  readonly of: string;
  /** Value and uncertainty as the source has them, whatever a person made of them. */
  readonly measured: Pick<ResultDraft, 'value' | 'uncertainty'>;
}

/** What a score says in its source, wherever it stands: an edit never lands on another score when rows move. */
export function draftIdentity({ name, metricType, metricName, shots, config, value }: ResultDraft): string {
  return [name, metricName === '' ? metricType : metricName, shots, config, value].join(' | ');
}

/** Carries a person's edits over to the scores as their source has them now; edits of scores that are gone are dropped. */
export function editDrafts(drafts: readonly PlacedDraft[], edits: readonly DraftEdit[]): readonly EditableDraft[] {
  const identities = drafts.map(draftIdentity);
  const changes = new Map<number, DraftEdit['changes']>();
  for (const edit of edits) {
    const exact = drafts.findIndex(({ id }, index) => id === edit.id && identities[index] === edit.of);
    const index = exact >= 0 ? exact : soleIndex(identities, edit.of);
    if (index >= 0) changes.set(index, { ...changes.get(index), ...edit.changes });
  }
  return drafts.map((draft, index) => ({
    ...draft,
    ...changes.get(index),
    of: identities[index] ?? '',
    measured: { value: draft.value, uncertainty: draft.uncertainty },
  }));
}

function soleIndex(identities: readonly string[], wanted: string): number {
  const index = identities.indexOf(wanted);
  return identities.includes(wanted, index + 1) ? -1 : index;
}
