/** The metadata bundle: what checks cards and mends them. It is loaded when the first card is checked. */
export { checkCard, checkEvalResults, type CheckedFile } from './check';
export { chooseFixes } from './combine';
export { type HubVerdict, placeHubVerdict } from './hubMessages';
export { parseTerms, type HubTerms } from './terms';
