/** The languages that benchmarks are translated into; `Intl.DisplayNames` needs a tenth of a second to list them. */
const LANGUAGES: ReadonlySet<string> = new Set(
  `am amharic ar arabic az azerbaijani bg bulgarian bn bengali bs bosnian ca catalan cs czech cy welsh da danish
  de german el greek es spanish et estonian eu basque fa persian fi finnish fil filipino fr french ga irish
  gl galician gu gujarati ha hausa he hebrew hi hindi hr croatian hu hungarian hy armenian id indonesian ig igbo
  is icelandic it italian ja japanese ka georgian kk kazakh km khmer kn kannada ko korean lt lithuanian lv latvian
  mk macedonian ml malayalam mn mongolian mr marathi ms malay my burmese nb bokmål ne nepali nl dutch no norwegian
  pa punjabi pl polish pt portuguese ro romanian ru russian si sinhala sk slovak sl slovenian sq albanian sr serbian
  sv swedish sw swahili ta tamil te telugu th thai tl tagalog tr turkish uk ukrainian ur urdu uz uzbek vi vietnamese
  yo yoruba zh chinese zu zulu`.split(/\s+/),
);

/** Whether a text names a language other than English: `fr`, `pt-BR`, `German`. */
export function isOtherLanguage(text: string): boolean {
  return LANGUAGES.has(text.toLowerCase().replace(/^([a-z]{2})[-_][a-z]{2}$/, '$1'));
}
