/** The metadata bundle: what checks cards, mends them and finds its way in their front matter. It is loaded when first needed. */
export { checkCard, checkEvalResults, type CheckedFile } from './check';
export { chooseFixes } from './combine';
export { hubIdAt } from './hubIdAt';
export { type HubVerdict, placeHubVerdict } from './hubMessages';
export { type AppliedFix, mendSafely } from './mend';
export { navigationOf } from './navigation';
export { readTerms, type HubTerms } from './terms';
