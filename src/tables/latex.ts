/** What a LaTeX command shows; commands that are not listed show nothing of their own, only their arguments. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pm: '±',
    mp: '∓',
    times: '×',
    cdot: '·',
    div: '÷',
    sim: '~',
    approx: '≈',
    leq: '≤',
    le: '≤',
    geq: '≥',
    ge: '≥',
    lt: '<',
    gt: '>',
    neq: '≠',
    uparrow: '↑',
    Uparrow: '↑',
    downarrow: '↓',
    Downarrow: '↓',
    rightarrow: '→',
    Rightarrow: '→',
    to: '→',
    leftarrow: '←',
    leftrightarrow: '↔',
    Delta: 'Δ',
    Sigma: 'Σ',
    Phi: 'Φ',
    Omega: 'Ω',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    varepsilon: 'ε',
    theta: 'θ',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    phi: 'φ',
    varphi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    infty: '∞',
    checkmark: '✓',
    ast: '*',
    star: '*',
    dagger: '†',
    ddagger: '‡',
    circ: '°',
    ldots: '…',
    dots: '…',
    cdots: '…',
    quad: ' ',
    qquad: ' ',
    log: 'log',
    max: 'max',
    min: 'min',
  }),
);

/** Commands whose first argument is a setting and shows nothing. */
const SETTINGS = new Set(['color', 'textcolor', 'colorbox', 'hspace', 'vspace', 'href', 'phantom']);

/** What takes the parts of a formula in turn: text, and the starts and ends of raised and lowered text. */
export interface FormulaSink {
  text(text: string): void;
  openScript(raised: boolean): void;
  closeScript(): void;
}

/** Reads the inside of a LaTeX formula as the text it shows. */
export function readFormula(formula: string, sink: FormulaSink): void {
  const command = /\\([A-Za-z]+)[ *]*/y;
  const scripts: boolean[] = [];
  /** Whether the next token alone is a script, as in `x^2`. */
  let single = false;
  const emit = (text: string) => {
    sink.text(text);
    if (single) sink.closeScript();
    single = false;
  };
  for (let at = 0; at < formula.length; at++) {
    const char = formula.charAt(at);
    if (char === '\\') {
      command.lastIndex = at;
      const name = command.exec(formula)?.[1];
      if (name === undefined) {
        at++;
        const escaped = formula.charAt(at);
        emit('%#&$_{}|'.includes(escaped) ? escaped : ' ');
        continue;
      }
      at = command.lastIndex - 1;
      if (SETTINGS.has(name) && formula.charAt(at + 1) === '{') {
        const end = formula.indexOf('}', at);
        at = end < 0 ? formula.length : end;
      }
      const shown = SYMBOLS.get(name);
      if (shown !== undefined) emit(shown);
    } else if (char === '^' || char === '_') {
      if (single) sink.closeScript();
      sink.openScript(char === '^');
      single = true;
    } else if (char === '{') {
      scripts.push(single);
      single = false;
    } else if (char === '}') {
      if (scripts.pop() === true) sink.closeScript();
    } else emit(char === '~' || char === '&' ? ' ' : char);
  }
  if (single) sink.closeScript();
  while (scripts.length > 0) if (scripts.pop() === true) sink.closeScript();
}
