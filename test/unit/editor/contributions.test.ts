import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Command, ContextKey, InternalCommand, PANEL, Setting, SETTINGS } from '../../../src/contributions';

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>
    >;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> };
  };
}

const source = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(source) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, submenus, menus, configuration } = manifest.contributes;

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

  it('puts only commands that exist into menus, under conditions that the code sets', () => {
    const known = new Set<string>([...Object.values(Command), ...Object.values(ContextKey), PANEL]);
    const opened = new Set(submenus.map(({ id }) => id));
    for (const { command = '', submenu = '', when = '' } of Object.values(menus).flat()) {
      assert.ok(known.has(command) || opened.has(submenu), command + submenu);
      for (const key of when.match(/modelCard\.\w+/g) ?? []) assert.ok(known.has(key), key);
    }
    for (const id of opened) assert.ok(menus[id], id);
  });

  it('has a text for each placeholder, and no text too many', () => {
    const used = [...source.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('keeps every command in one category', () => {
    for (const { category } of commands) assert.equal(category, '%category%');
  });
});
