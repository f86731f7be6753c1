/** Keys of the two tiers. */
export const KEYS = { free: 'aa_loopback_free', pro: 'aa_loopback_pro' } as const;

/** A row as the service keeps it, with all that a tier may leave out. */
export interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly model_creator: { readonly id: string; readonly name: string; readonly slug: string };
  readonly evaluations: Readonly<Record<string, number | null>>;
  readonly huggingface_url: string | null;
}

const ACME = { id: '5f0c', name: 'Acme', slug: 'acme' };
const FORGE = { id: '77aa', name: 'Forge & Sons', slug: 'forge-sons' };

/** The names of the scores that every tier may read. */
export const INDICES: readonly string[] = [
  'artificial_analysis_intelligence_index',
  'artificial_analysis_coding_index',
  'artificial_analysis_agentic_index',
];

/** Models that do not exist, with scores that nobody measured. */
export const ROWS: readonly SampleRow[] = [
  row('a1', 'Anvil 7B', ACME, 'acme/Anvil-7B', [31.4, 22.75, 18, 0.612, 0.071]),
  row('q1', 'Qwill 7B (high)', ACME, 'acme/qwill-7b', [40.2, 33.1, 29.5, 0.7, 0.1]),
  row('q2', 'Qwill 7B (low)', ACME, 'acme/qwill-7b', [34, 28.6, null, 0.641, 0.082]),
  row('h1', 'Hammer 8B', FORGE, null, [28.9, 20.4, 15.25, 0.55, 0.06]),
  row('h2', 'Hammer 70B', FORGE, 'forge/hammer-70b', [44, 38.2, 36.1, 0.733, 0.141]),
];

function row(
  id: string,
  name: string,
  creator: SampleRow['model_creator'],
  repository: string | null,
  [intelligence = null, coding = null, agentic = null, gpqa = null, hle = null]: readonly (number | null)[],
): SampleRow {
  return {
    id: `${id}-0000-4000-8000-000000000000`,
    name,
    slug: name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, ''),
    model_creator: creator,
    evaluations: {
      artificial_analysis_intelligence_index: intelligence,
      artificial_analysis_coding_index: coding,
      artificial_analysis_agentic_index: agentic,
      gpqa_diamond: gpqa,
      hle,
      scicode: null,
    },
    huggingface_url: repository === null ? null : `https://huggingface.co/${repository}`,
  };
}
