/** Results of a run's file into the panel: a bundle of its own, loaded when a file is first chosen or dropped. */
export { AddResults, type AddResultsParts } from './addResults';
