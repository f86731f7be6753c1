/** Addresses, and `org/name[@revision]` unless that is the name of a Markdown or YAML file. */
const ON_HUB = /^(?:(?:https?|hf):\/\/.*|(?!\.)[\w.-]+\/[\w.-]+(?<!\.(?:md|markdown|ya?ml))(?:@.*)?)$/i;

/** Whether a text reads like the name of a card on the Hub rather than like the path of a file. */
export function readsLikeHubCard(text: string): boolean {
  return ON_HUB.test(text);
}
