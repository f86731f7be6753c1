import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';

const WRONG = '---\nlicense: Apache2\ntags: anvil\n---\n# Anvil\n';
const MENDED = '---\nlicense: apache-2.0\ntags: [anvil]\n---\n# Anvil\n';

/** What a checkout does not hold. */
const BUILT = /^(?:\.git|node_modules|dist|out|test-results|\.vscode-test|.*\.(?:vsix|tgz))$/;

describe('pre-commit, with this repository by its git URL', function () {
  // It installs the command line from the clone, which takes half a minute.
  this.timeout(10 * 60_000);
  const folder = mkdtempSync(join(tmpdir(), 'pre-commit-'));
  const [hooks, cards] = [join(folder, 'hooks'), join(folder, 'cards')];
  const card = join(cards, 'README.md');

  before(() => {
    cpSync(process.cwd(), hooks, {
      recursive: true,
      filter: (path) => !BUILT.test(path.slice(process.cwd().length + 1)),
    });
    git(hooks, 'init', '--quiet');
    git(hooks, 'add', '--all');
    git(hooks, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'Hooks');
    mkdirSync(cards);
    git(cards, 'init', '--quiet');
    writeFileSync(card, WRONG);
    const used = { repo: pathToFileURL(hooks).href, rev: git(hooks, 'rev-parse', 'HEAD').trim() };
    const ids = [{ id: 'model-card-validate' }, { id: 'model-card-fix' }];
    writeFileSync(join(cards, '.pre-commit-config.yaml'), stringify({ repos: [{ ...used, hooks: ids }] }));
    git(cards, 'add', '--all');
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('stops a commit that the Hub would reject', () => {
    const { status, output } = hook('model-card-validate');
    assert.match(output, /README\.md:2:10: error: "license" must be one of .*did you mean "apache-2\.0"\?/);
    assert.equal(status, 1, output);
  });

  it('mends what needs no look, and says so', () => {
    assert.match(hook('model-card-fix').output, /files were modified by this hook/);
    assert.equal(readFileSync(card, 'utf8'), WRONG.replace('tags: anvil', 'tags: [anvil]'));
  });

  it('lets a good card through', () => {
    writeFileSync(card, MENDED);
    const { status, output } = hook('model-card-validate');
    assert.equal(status, 0, output);
  });

  function hook(id: string): { readonly status: number | null; readonly output: string } {
    const uv = process.env['MODEL_CARD_UV'] ?? 'uv';
    const command = ['pre-commit', 'run', id, '--files', 'README.md'];
    const { status, stdout, stderr } = spawnSync(
      uv,
      ['run', '--no-project', '--with', 'pre-commit==4.7.0', ...command],
      { cwd: cards, encoding: 'utf8', env: { ...process.env, PRE_COMMIT_HOME: join(folder, 'home') } },
    );
    return { status, output: `${stdout}${stderr}` };
  }
});

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}
