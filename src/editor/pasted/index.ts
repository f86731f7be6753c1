/** What is done with tables from other programs, a bundle of its own that is loaded when the first one is met. */
export { pasteAsMarkdown, scoresOfClipboard } from './clipboardTables';
export { pasteEdit } from './pasteEdit';
