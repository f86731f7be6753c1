import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

const forbidden: readonly (readonly [file: string, code: string])[] = [
  ['src/card/x.ts', `import { findTables } from '../tables/find';`],
  ['src/card/x.ts', `import type { Grid } from '../tables/grid';`],
  ['src/card/x.ts', `export * from '../core';`],
  ['src/card/deep/x.ts', `import { a } from '../../results/a';`],
  ['src/tables/x.ts', `import { a } from '../results/a';`],
  ['src/results/x.ts', `import { a } from '../metadata/a';`],
  ['src/metadata/x.ts', `import { a } from '../hub/a';`],
  ['src/hub/x.ts', `import { a } from '../editor/a';`],
  ['src/cli/x.ts', `import { a } from '../editor/a';`],
  ['src/editor/x.ts', `import { a } from '../cli/a';`],
  ['src/editor/x.ts', `import { analyzeCard } from '../core';`],
  ['src/editor/deep/x.ts', `import { readFile } from '../../hub/files';`],
  ['src/cli/x.ts', `import { HubConnection } from '../hub';`],
  ['src/tools/x.ts', `import { HubConnection } from '../hub';`],
  ['src/tools/x.ts', `import * as vscode from 'vscode';`],
  ['src/hub/x.ts', `import { a } from '../tools/a';`],
  ['src/cli/x.ts', `import { ScoresClient } from '../scores';`],
  ['src/cli/x.ts', `import { fit } from '../runs';`],
  ['src/cli/x.ts', `import { reviewAll } from '../batch';`],
  ['src/batch/x.ts', `import { writeCommit } from '../hub/commit';`],
  ['src/batch/x.ts', `import { a } from '../cli/a';`],
  ['src/http/x.ts', `import { a } from '../hub/a';`],
  ['src/results/x.ts', `import { a } from '../http/a';`],
  ['src/results/x.ts', `import { readFileSync } from 'node:fs';`],
  ['src/tables/x.ts', `import { readFile } from 'fs/promises';`],
  ['src/card/x.ts', `import * as vscode from 'vscode';`],
  ['src/cli/x.ts', `import type { Uri } from 'vscode';`],
  ['src/core.ts', `export { a } from './editor/a';`],
  ['src/contributions.ts', `import * as vscode from 'vscode';`],
  ['src/editor/panel/protocol/x.ts', `import { a } from '../../../results/a';`],
  ['webview/x.ts', `import { a } from '../src/editor/panel/protocol/a';`],
  ['webview/x.ts', `import { a } from '../src/card/text';`],
  ['webview/x.ts', `import type { Uri } from 'vscode';`],
];

const allowed: readonly (readonly [file: string, code: string])[] = [
  ['src/tables/x.ts', `import { a } from '../card/a';`],
  ['src/results/deep/x.ts', `import { a } from '../../tables/a';`],
  ['src/results/x.ts', `import { createHash } from 'node:crypto';`],
  ['src/results/x.ts', `import { inflateRawSync } from 'node:zlib';`],
  ['src/editor/x.ts', `import * as vscode from 'vscode';`],
  ['src/extension.ts', `import * as vscode from 'vscode';`],
  ['src/editor/deep/x.ts', `import type * as core from '../../core';`],
  ['src/cli/x.ts', `import type * as hub from '../hub';`],
  ['src/cli/x.ts', `import { TOOLS } from '../tools';`],
  ['src/tools/x.ts', `import type { Hub } from '../hub';`],
  ['src/batch/x.ts', `import { writeCommit } from '../hub';`],
  ['src/batch/x.ts', `import { analyzeCard } from '../core';`],
  ['src/hub/x.ts', `import { a } from '../http/a';`],
  ['src/cli/x.ts', `import { readFile } from 'node:fs/promises';`],
  ['src/core.ts', `export { a } from './results/a';`],
  ['src/editor/panel/protocol/x.ts', `import type { A } from '../../../results/a';`],
  ['src/editor/panel/protocol/x.ts', `import { a } from './a';`],
  ['webview/x.ts', `import { isMessage } from '../src/editor/panel/protocol';`],
];

describe('the import boundary', () => {
  for (const [file, code] of forbidden) {
    it(`refuses ${code} in ${file}`, async () => assert.equal(await complaints(file, code), 1));
  }
  for (const [file, code] of allowed) {
    it(`takes ${code} in ${file}`, async () => assert.equal(await complaints(file, code), 0));
  }
});

/** The number of complaints about imports that the project's own configuration has for a file of this name. */
async function complaints(file: string, code: string): Promise<number> {
  const eslint = new ESLint({
    ruleFilter: ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
    // The file need not exist, so it is read without types.
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  });
  const [result] = await eslint.lintText(code, { filePath: file });
  assert.equal(result?.fatalErrorCount, 0, result?.messages[0]?.message);
  return result.errorCount;
}
