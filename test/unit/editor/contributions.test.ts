import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AgentTool,
  Command,
  ContextKey,
  DIAGNOSTICS,
  InternalCommand,
  PANEL,
  PROBLEM_MATCHER,
  Setting,
  SETTINGS,
  TASK,
  View,
} from '../../../src/contributions';
import { RULES } from '../../../src/metadata/rules';
import { TOOLS } from '../../../src/tools';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>
    >;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly taskDefinitions: readonly { readonly type: string }[];
    readonly problemMatchers: readonly ProblemMatcher[];
    readonly languageModelTools: readonly AgentToolEntry[];
    readonly chatSkills: readonly { readonly path: string }[];
  };
}

interface Setting {
  readonly enum?: readonly string[];
  readonly propertyNames?: { readonly enum: readonly string[] };
}

interface AgentToolEntry {
  readonly name: string;
  readonly displayName: string;
  readonly modelDescription: string;
  readonly inputSchema: unknown;
}

interface ProblemMatcher {
  readonly name: string;
  readonly owner: string;
  readonly pattern: { readonly regexp: string };
}

const source = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(source) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, submenus, menus, configuration, views, viewsWelcome } = manifest.contributes;

describe('package.json', () => {
  it('contributes the commands of the code, and no others', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(Command).sort());
    for (const internal of Object.values(InternalCommand)) assert.doesNotMatch(source, new RegExp(internal));
  });

  it('has the settings of the code, and no others', () => {
    const settings = Object.values(Setting).map((setting) => `${SETTINGS}.${setting}`);
    assert.deepEqual(Object.keys(configuration.properties).sort(), settings.sort());
    assert.deepEqual(configuration.properties['modelCard.codeLens']?.enum, ['all', 'scores', 'off']);
  });

  it('knows the codes of the rules', () => {
    const codes = configuration.properties['modelCard.rules']?.propertyNames?.enum ?? [];
    assert.deepEqual([...codes].sort(), [...new Set(RULES.map(({ code }) => code))].sort());
  });

  it('describes the tools for an agent as they are', () => {
    assert.deepEqual(Object.values<string>(AgentTool).sort(), TOOLS.map(({ name }) => name).sort());
    assert.deepEqual(
      manifest.contributes.languageModelTools.map(({ name, displayName, modelDescription, inputSchema }) => ({
        ...{ name, displayName, modelDescription, inputSchema },
      })),
      TOOLS.map(({ name, title, description, inputSchema }) => ({
        ...{ name, displayName: title, modelDescription: description, inputSchema },
      })),
    );
  });

  it('has a skill whose name is that of its folder and which names only tools that exist', () => {
    for (const { path } of manifest.contributes.chatSkills) {
      const text = readFileSync(path, 'utf8');
      assert.equal(/^---\nname: (.*)$/m.exec(text)?.[1], path.split('/').at(-2));
      const named = text.match(/model_card_\w+/g) ?? [];
      assert.deepEqual([...new Set(named)].sort(), TOOLS.map(({ name }) => name).sort());
    }
  });

  it('reads what the task prints', () => {
    assert.deepEqual(
      manifest.contributes.taskDefinitions.map(({ type }) => type),
      [TASK],
    );
    const [matcher] = manifest.contributes.problemMatchers;
    assert.deepEqual([`$${matcher?.name}`, matcher?.owner], [PROBLEM_MATCHER, DIAGNOSTICS]);
    const line = 'C:\\a b\\README.md:3:10: warning: "tags" must be [one, two]: see it. [metadata.type]';
    assert.deepEqual(new RegExp(matcher?.pattern.regexp ?? '').exec(line)?.slice(1), [
      ...['C:\\a b\\README.md', '3', '10', 'warning'],
      ...['"tags" must be [one, two]: see it.', 'metadata.type'],
    ]);
  });

  it('puts only commands that exist into menus, under conditions that the code sets', () => {
    const known = new Set<string>(
      [Command, ContextKey, View].flatMap((ids) => Object.values<string>(ids)).concat(PANEL),
    );
    const opened = new Set(submenus.map(({ id }) => id));
    for (const { command = '', submenu = '', when = '' } of Object.values(menus).flat()) {
      assert.ok(known.has(command) || opened.has(submenu), command + submenu);
      for (const key of when.match(/modelCard\.\w+/g) ?? []) assert.ok(known.has(key), key);
    }
    for (const id of opened) assert.ok(menus[id], id);
  });

  it('has the views of the code, and says what to do where they are empty', () => {
    const ids = Object.values(views).flatMap((ofContainer) => ofContainer.map(({ id }) => id));
    assert.deepEqual(ids.sort(), Object.values<string>(View).sort());
    const commandIds = new Set<string>(Object.values(Command));
    for (const { view, contents, when = '' } of viewsWelcome) {
      assert.ok(ids.includes(view), view);
      const text = texts[contents.replaceAll('%', '')] ?? '';
      const links = [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id ?? '');
      assert.ok(links.length > 0 && links.every((id) => commandIds.has(id)), text);
      for (const key of when.match(/modelCard\.\w+/g) ?? []) assert.equal(key, ContextKey.noPullRequests);
    }
  });

  it('has a text for each placeholder, and no text too many', () => {
    const used = [...source.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('keeps every command in one category', () => {
    for (const { category } of commands) assert.equal(category, '%category%');
  });
});
