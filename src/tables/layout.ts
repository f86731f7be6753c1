import { benchmarkHeaders, isMeasure, measureHeader, modelHeaders, type NamedModel } from './columnFacets';
import { rowReason } from './exclusions';
import type { Facet } from './facet';
import { fillDown, identifyRows } from './identity';
import { cleanName } from './label';
import { findAxes, type Axes } from './orientation';
import type { Orientation, SkippedCell } from './reading';
import { benchmarkLabels, isTotal, rowFacet } from './rowFacets';
import type { Column } from './columns';
import type { BodyRow, Part } from './parts';

/** A row of scores, with its model where rows name the models. */
export interface LaidOutRow {
  readonly row: BodyRow;
  readonly model?: NamedModel;
  readonly facet: Facet;
  /** Set where the row's numbers are no scores. */
  readonly reason?: SkippedCell['reason'];
}

/** A column of scores, with its model where columns name the models. */
export interface LaidOutColumn {
  readonly column: Column;
  readonly model?: NamedModel;
  readonly facet: Facet;
}

/** What each row and column of a part means. A score's model is that of its row or column; a single model has no name. */
export interface Layout {
  readonly orientation: Orientation;
  readonly rows: readonly LaidOutRow[];
  readonly columns: readonly LaidOutColumn[];
}

/** Tells what the rows and the columns of values mean. */
export function layOut(part: Part, values: readonly Column[], titleWords: ReadonlySet<string>): Layout {
  const axes = findAxes(part, values, titleWords);
  if (axes.models === 'rows') return modelsInRows(part, values, axes.main);
  const rows = benchmarkRows(part, values, axes);
  if (axes.models === 'none') return { orientation: 'single-model', rows, columns: singleColumns(values, axes) };
  const headers = modelHeaders(values, titleWords);
  const columns = values.flatMap((column, index) => {
    const header = headers[index];
    return header === undefined ? [] : [{ column, ...header }];
  });
  return { orientation: 'benchmarks-in-rows', rows, columns };
}

function modelsInRows(part: Part, values: readonly Column[], main: Column): Layout {
  const { names, shots, facets, sectionsAreGroups } = identifyRows(part, main);
  const labels = facets.map(({ role, ...column }) => ({ role, texts: fillDown(part.rows, column) }));
  const hasBenchmark = facets.some(({ role }) => role === 'benchmark');
  const isRepeatable = facets.length > 0 || sectionsAreGroups || shots.some((count) => count !== undefined);
  const occurrences = new Map<string, number>();
  const rows = part.rows.flatMap((row, index): LaidOutRow[] => {
    const name = names[index] ?? '';
    if (name === '') return [];
    const occurrence = isRepeatable ? 0 : (occurrences.get(name) ?? 0);
    occurrences.set(name, occurrence + 1);
    const facet = rowFacet(labels.map(({ role, texts }) => [role, texts[index] ?? '']));
    const group = sectionsAreGroups ? sectionName(row) : undefined;
    const reason = rowReason(name, facet.metric ?? '', row, values);
    return [
      {
        row,
        model: { name, occurrence },
        facet: {
          ...(group !== undefined && { group }),
          ...facet,
          ...(shots[index] !== undefined && { shots: shots[index] }),
        },
        ...(reason !== undefined && { reason }),
      },
    ];
  });
  return {
    orientation: hasBenchmark ? 'long' : 'models-in-rows',
    rows,
    columns: facetColumns(values, hasBenchmark && values.every(({ path }) => isMeasure(path.at(-1) ?? ''))),
  };
}

/** Rows that name benchmarks or metrics; a row without any label is left out. */
function benchmarkRows(part: Part, values: readonly Column[], { main }: Axes): readonly LaidOutRow[] {
  const labels = benchmarkLabels(part, main);
  const rows: LaidOutRow[] = [];
  for (const [index, row] of part.rows.entries()) {
    const facet = rowFacet(labels[index] ?? []);
    const label = facet.name ?? facet.metric ?? facet.config ?? '';
    if (label === '' && main !== undefined) continue;
    const group = isTotal(part.rows, index, label) ? undefined : sectionName(row);
    const reason = rowReason(label, facet.metric ?? '', row, values);
    rows.push({
      row,
      facet: group === undefined ? facet : { group, ...facet },
      ...(reason !== undefined && { reason }),
    });
  }
  return rows;
}

function singleColumns(values: readonly Column[], { main }: Axes): readonly LaidOutColumn[] {
  return facetColumns(values, main !== undefined && values.every(({ path }) => isMeasure(path.at(-1) ?? '')));
}

function facetColumns(values: readonly Column[], areMeasures: boolean): readonly LaidOutColumn[] {
  const paths = values.map(({ path }) => path);
  const facets = areMeasures ? paths.map(measureHeader) : benchmarkHeaders(paths);
  return values.map((column, index) => ({ column, facet: facets[index] ?? {} }));
}

function sectionName({ section }: BodyRow): string | undefined {
  return section === undefined ? undefined : cleanName(section);
}
