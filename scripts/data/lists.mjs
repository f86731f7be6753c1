import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES_ISO_639_1, LANGUAGES_ISO_639_3 } from '@huggingface/languages';
import {
  ALL_MODEL_LIBRARY_KEYS,
  MODEL_LIBRARIES_UI_ELEMENTS,
  PIPELINE_DATA,
  PIPELINE_TYPES,
  SUBTASK_TYPES,
} from '@huggingface/tasks';
import special from './specialLanguages.json' with { type: 'json' };

/** @type {Record<string, import('@huggingface/tasks').PipelineData>} */
const taskData = PIPELINE_DATA;

/** @type {Record<string, import('@huggingface/tasks').LibraryUiElement>} */
const libraryData = MODEL_LIBRARIES_UI_ELEMENTS;

const subtaskNames = new Map(
  Object.values(taskData).flatMap(({ subtasks = [] }) => subtasks.map(({ type, name }) => [type, name])),
);

/** Every task, as `pipeline_tag` and `task.type` name them; `hidden` ones are not offered for models. */
export function tasks() {
  return {
    source: versionOf('@huggingface/tasks'),
    tasks: PIPELINE_TYPES.map((id) => {
      const { name, modality, hideInModels } = taskData[id];
      return { id, name, modality, ...(hideInModels && { hidden: true }) };
    }),
    subtasks: [...new Set(SUBTASK_TYPES)].map((id) => ({ id, name: subtaskNames.get(id) ?? id })),
  };
}

/** Every library that the Hub knows models of. */
export function libraries() {
  return {
    source: versionOf('@huggingface/tasks'),
    libraries: ALL_MODEL_LIBRARY_KEYS.map((id) => {
      const { prettyLabel, docsUrl, repoUrl } = libraryData[id];
      const url = docsUrl ?? repoUrl;
      return { id, name: prettyLabel, ...(url && { url }) };
    }),
  };
}

/** The names of all languages by their codes: two letters first, then what is no language or has a second code, then three. */
export function languages() {
  const two = Object.values(LANGUAGES_ISO_639_1).map(({ code, name, nativeName }) => [
    code,
    nativeName === name ? name : `${name} (${nativeName})`,
  ]);
  const three = Object.values(LANGUAGES_ISO_639_3).map(({ code, name }) => [code, name]);
  return {
    source: `${versionOf('@huggingface/languages')}; ${special.source}`,
    languages: Object.fromEntries([...two, ...Object.entries(special.languages), ...three]),
  };
}

function versionOf(name) {
  const { version } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}
