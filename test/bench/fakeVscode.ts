import Module from 'node:module';
import { join } from 'node:path';

type Loader = (request: string, ...rest: readonly unknown[]) => unknown;

/** Lets `require('vscode')` answer with an editor in which everything exists and nothing happens: only our own code costs time. */
export function installFakeVscode(): void {
  const loader = Module as unknown as { _load: Loader };
  const load = loader._load.bind(Module);
  const everything = new Proxy(anything(), { get: (target, key) => (key === 'Uri' ? FakeUri : target[key]) });
  // A bundle looks the module's properties up through its prototype.
  const vscode: unknown = Object.create(everything);
  loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
}

const EMPTY_MEMORY = { get: (_key: string, fallback?: unknown) => fallback, update: () => Promise.resolve() };

/** The context that `activate` is given. */
export function fakeContext(folder: string): unknown {
  const own: Readonly<Record<PropertyKey, unknown>> = {
    subscriptions: [],
    extensionPath: folder,
    extensionUri: new FakeUri(folder),
    globalStorageUri: new FakeUri(join(folder, 'out', 'storage')),
    asAbsolutePath: (path: string) => join(folder, path),
    globalState: EMPTY_MEMORY,
    workspaceState: EMPTY_MEMORY,
  };
  return new Proxy(anything(), { get: (target, key) => own[key] ?? target[key] });
}

class FakeUri {
  readonly scheme = 'file';
  readonly path: string;

  constructor(readonly fsPath: string) {
    this.path = fsPath;
  }

  static file(path: string): FakeUri {
    return new FakeUri(path);
  }

  static joinPath(base: FakeUri, ...parts: readonly string[]): FakeUri {
    return new FakeUri(join(base.fsPath, ...parts));
  }

  toString(): string {
    return `file://${this.fsPath}`;
  }
}

type Anything = Record<PropertyKey, unknown>;

/** A value that can be called, constructed, extended, iterated, given and asked for any property. */
function anything(): Anything {
  const known: Anything = { then: undefined, [Symbol.toPrimitive]: () => '', [Symbol.iterator]: () => [].values() };
  const target = function () {} as unknown as Anything;
  return new Proxy(target, {
    get: (_, key) => {
      if (key === 'prototype') return target['prototype'];
      if (!(key in known)) known[key] = anything();
      return known[key];
    },
    set: (_, key, value) => {
      known[key] = value;
      return true;
    },
    apply: () => anything(),
    construct: () => anything(),
  });
}
