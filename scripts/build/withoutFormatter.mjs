/**
 * Leaves prettier out of a bundle: the YAML language server imports it to format documents, which we never ask for.
 * @type {import('esbuild').Plugin}
 */
export const withoutFormatter = {
  name: 'without-formatter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^prettier\// }, ({ path }) => ({ path, namespace: 'without-formatter' }));
    onLoad({ filter: /.*/, namespace: 'without-formatter' }, () => ({
      contents: "export function format() { throw new Error('There is no formatter.'); }",
    }));
  },
};
