import type { Problem, Severity } from '../../metadata/problem';

/** What the setting `modelCard.rules` says: a severity or `off` for the codes of rules. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** The severity of a problem as the settings have it; null where its rule is switched off. */
export function severityOf({ code, severity }: Problem, settings: RuleSettings): Severity | null {
  const wanted = Object.hasOwn(settings, code) ? settings[code] : undefined;
  if (wanted === 'off') return null;
  // A settings file may hold anything.
  return wanted !== undefined && SEVERITIES.has(wanted) ? wanted : severity;
}

const SEVERITIES: ReadonlySet<string> = new Set<Severity>(['error', 'warning', 'information', 'hint']);
