import { skipOptions } from './latexSource';

/** The rows of a table as source, and how many of them stand above its first rule inside. */
export interface LatexRows {
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
}

/** Rules between rows, and what else may stand before a row without being part of it. */
const BEFORE_ROW =
  /\s*\\(toprule|midrule|bottomrule|hline|Xhline|hhline|cmidrule|cline|addlinespace|specialrule|noalign|rowcolor|arrayrulecolor|endfirsthead|endhead|endfoot|endlastfoot|tabularnewline|morecmidrules|centering)\b\*?\s*((?:\([^)\n]*\)|\[[^\]\n]*\]|\{[^{}\n]*\}|\s)*)/y;
const RULES = new Set(['midrule', 'hline', 'Xhline', 'specialrule']);

/** Parts the rows and cells of a table, not inside braces or a table in a cell. */
export function splitRows(body: string): LatexRows {
  const rows: string[][] = [];
  let cells: string[] = [];
  let headerRows = 0;
  let at = 0;
  let start = 0;
  let braces = 0;
  let environments = 0;

  const skipRules = (): void => {
    for (BEFORE_ROW.lastIndex = at; ; BEFORE_ROW.lastIndex = at) {
      const [all, name] = BEFORE_ROW.exec(body) ?? [];
      if (all === undefined || name === undefined) break;
      if (RULES.has(name) && headerRows === 0) headerRows = rows.length;
      at += all.length;
    }
    start = at;
  };
  const endCell = (): void => {
    cells.push(body.slice(start, at));
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((cell) => cell.trim() !== '')) rows.push(cells);
    cells = [];
  };

  skipRules();
  while (at < body.length) {
    const char = body.charAt(at);
    const inside = braces > 0 || environments > 0;
    if (char === '\\') {
      const [command = '\\'] = /^\\(?:tabularnewline\b|cr\b|begin\b|end\b|[^])/.exec(body.slice(at, at + 16)) ?? [];
      const endsRow = !inside && /^\\(?:\\|tabularnewline|cr)$/.test(command);
      if (endsRow) endRow();
      at += command.length;
      if (command === '\\begin') environments++;
      if (command === '\\end') environments = Math.max(0, environments - 1);
      if (!endsRow) continue;
      if (body.charAt(at) === '*') at++;
      at = skipOptions(body, at);
      skipRules();
      continue;
    }
    if (char === '{') braces++;
    if (char === '}') braces = Math.max(0, braces - 1);
    if (char === '&' && !inside) {
      endCell();
      start = at + 1;
    }
    at++;
  }
  endRow();
  return { rows, headerRows };
}
