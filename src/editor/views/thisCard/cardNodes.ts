import type { CardOverview, NearTableSummary, TableSummary } from '../../analysis/cardOverview';
import type { Claim, Claims } from '../../analysis/claims';
import { standingTitle, tableFacts } from '../../lenses/lensText';
import { count } from '../../../plural';
import type { Row, RowIcon } from '../row';

/** A row of the view "This Card", with those below it. */
export interface CardNode {
  readonly id: string;
  readonly row: Row;
  /** Where it stands in the card, 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** The line of the table that says the same as a result. */
  readonly tableLine?: number;
  readonly children: readonly CardNode[];
}

/** A problem of the card as its rules and the settings have it. */
export interface ProblemFacts {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

const GOOD: RowIcon = { id: 'pass', color: 'testing.iconPassed' };
const WARNING: RowIcon = { id: 'warning', color: 'list.warningForeground' };

const PROBLEM_ICON: Readonly<Record<ProblemFacts['severity'], RowIcon>> = {
  error: { id: 'error', color: 'list.errorForeground' },
  warning: WARNING,
  information: { id: 'info' },
  hint: { id: 'lightbulb' },
};

/** The rows of a card: its tables, what it claims and what is wrong with it. */
export function cardNodes(
  { tables, nearTables }: CardOverview,
  claims: Claims,
  problems: readonly ProblemFacts[],
): readonly CardNode[] {
  return [
    group('tables', 'Tables', [...tables.map(tableNode), ...nearTables.map(nearTableNode)]),
    resultsGroup(claims),
    group('problems', 'Problems', bySeverity(problems).map(problemNode)),
  ];
}

function tableNode(table: TableSummary): CardNode {
  const { number, line, title, header, standing } = table;
  const facts = tableFacts(table);
  const state = standing === null ? [] : [standingTitle(standing)];
  return {
    id: `table ${number}`,
    row: {
      label: title || header || `Table ${number}`,
      description: [facts, ...state].join(', '),
      tooltip: [`Table ${number}, line ${line}: ${facts}`, ...state, header].join('\n'),
      icon: tableIcon(table),
      facts: ['table'],
      folding: 'none',
    },
    line,
    children: [],
  };
}

function tableIcon({ evaluation, standing }: TableSummary): RowIcon {
  if (!evaluation) return { id: 'table', color: 'disabledForeground' };
  if (standing === null || standing.present + standing.different === 0) return { id: 'circle-large-outline' };
  if (standing.different > 0) return WARNING;
  return standing.present === standing.scores ? GOOD : { id: 'circle-large-filled' };
}

function nearTableNode({ line, message }: NearTableSummary): CardNode {
  const row: Row = { label: 'Not a table', description: message, icon: WARNING, facts: [], folding: 'none' };
  return { id: `near table ${line}`, row, line, children: [] };
}

function resultsGroup({ entries, problem }: Claims): CardNode {
  if (problem) {
    const { message, line } = problem;
    const row: Row = { label: message, description: `line ${line}`, icon: WARNING, facts: [], folding: 'none' };
    return group('results', 'Results', [{ id: 'front matter', row, line, children: [] }]);
  }
  const held = entries.filter((entry) => entry.claims.length > 0);
  const results = (entry: (typeof held)[number], at: number) =>
    entry.claims.map((claim, index) => resultNode(`result ${at} ${index}`, claim));
  if (held.length < 2) return group('results', 'Results', held.flatMap(results));
  return group(
    'results',
    'Results',
    held.map((entry, at) => group(`entry ${at}`, entry.name || 'A model without a name', results(entry, at))),
  );
}

function resultNode(id: string, claim: Claim): CardNode {
  const { dataset, datasetId, metric, value, shots, source, verified, line, inTable } = claim;
  const differs = inTable?.same === false;
  const name = shots === '' || dataset.includes(`${shots}-shot`) ? dataset : `${dataset} (${shots}-shot)`;
  const details = [
    `${name}: ${metric} ${value}`,
    ...(datasetId === '' ? [] : [datasetId]),
    ...(source === '' ? [] : [`from ${source}`]),
    inTable ? `line ${line}, and line ${inTable.line} in a table` : `line ${line}, in no table`,
  ];
  return {
    id,
    row: {
      label: name,
      description: [`${metric} ${value}`, ...(differs ? [`the table says ${inTable.value.text}`] : [])].join(', '),
      tooltip: details.join('\n'),
      icon: differs ? WARNING : { id: verified ? 'verified' : 'symbol-number' },
      facts: inTable ? ['inTable'] : [],
      folding: 'none',
    },
    line,
    ...(inTable && { tableLine: inTable.line }),
    children: [],
  };
}

function problemNode({ severity, message, code, line, column }: ProblemFacts, index: number): CardNode {
  return {
    id: `problem ${index}`,
    row: {
      label: message,
      description: `line ${line}`,
      tooltip: `${message}\n${code}, line ${line}`,
      icon: PROBLEM_ICON[severity],
      facts: ['problem'],
      folding: 'none',
    },
    line,
    column,
    children: [],
  };
}

function bySeverity(problems: readonly ProblemFacts[]): readonly ProblemFacts[] {
  const order = Object.keys(PROBLEM_ICON);
  return [...problems].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line || a.column - b.column,
  );
}

/** A row that others stand below; it says how many, so that nobody unfolds it in vain. */
function group(id: string, label: string, children: readonly CardNode[]): CardNode {
  const row: Row = {
    label,
    description: children.length === 0 ? 'none' : String(children.length),
    tooltip: children.length === 0 ? `${label}: none` : `${label}: ${count(children.length, 'row')}`,
    facts: [],
    folding: children.length === 0 ? 'none' : 'unfolded',
  };
  // The editor keeps a row folded as it was, and one without rows below it was never unfolded.
  return { id: children.length === 0 ? `${id} none` : id, row, children };
}
