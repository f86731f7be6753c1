import { readFileSync } from 'node:fs';

/**
 * Lets every module of the editor take `vscode` as it is: for `import *` each of them would get a copy of the whole
 * namespace of its own, hundreds of properties at every start.
 * @type {import('esbuild').Plugin}
 */
export const plainEditor = {
  name: 'plain-editor',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/](?:editor[\\/].*|extension)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        "import * as vscode from 'vscode'",
        "import vscode = require('vscode')",
      ),
      loader: 'ts',
    }));
  },
};
