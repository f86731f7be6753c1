/** Publishing drafts: a bundle of its own, loaded when a draft is first published. */
export { publish } from './publish';
