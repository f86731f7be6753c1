import type { MetricValue } from './evaluationResult';

const PLAIN_NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;
/** A number at the beginning of a text, followed by an uncertainty, a percent sign or a remark in parentheses. */
const LEADING_NUMBER = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*(?:%|±|\+\/-|\+-|\(|$)/i;

/** Reads a value of model-index: a number, or a text such as `20.0 ± 1.2`; `number` is NaN where it states none. */
export function readValue(text: string): MetricValue {
  const leading = LEADING_NUMBER.exec(text.trim().replace(/^−/, '-'))?.[1];
  return { number: leading === undefined ? Number.NaN : Number(leading), text };
}

/**
 * The digits of a number as every YAML reader takes them for one: no leading `+`, `.` or zeros, and an exponent with
 * point and sign. null where the text is no finite number.
 */
export function yamlNumber(text: string): string | null {
  const match = PLAIN_NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction, exponent] = match;
  if (whole === '' && (fraction ?? '') === '') return null;
  if (!Number.isFinite(Number(text))) return null;
  const digits = `${sign === '-' ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}`;
  if (exponent !== undefined) {
    const signed = /^[+-]/.test(exponent) ? exponent : `+${exponent}`;
    return `${digits}.${fraction !== undefined && fraction !== '' ? fraction : '0'}e${signed}`;
  }
  return fraction === undefined || fraction === '' ? digits : `${digits}.${fraction}`;
}
