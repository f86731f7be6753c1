/** Many cards at once: a bundle of its own, loaded when one of its commands is first run. */
export { ManyCards } from './manyCards';
