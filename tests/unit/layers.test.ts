/** Tests how the code is layered: which folders may import which, touch the browser, write storage or use zod. */
import { describe, expect, test } from 'vitest';
import { findCircle, reachable, type SourceFile, sources } from './import-graph.ts';

const PURE = [
  'messages',
  'pattern',
  'notice',
  'policy',
  'settings',
  'place',
  'deploy',
  'learn',
  'preview',
  'schema',
  'text',
  'words',
];
/** The files next to `utils/worker` and `utils/content` that touch the browser; docs/architecture.md names them. */
const EDGES = [
  'utils/notice/message-history-store.ts',
  'utils/page-url.ts',
  'utils/policy/config-snapshot.ts',
  'utils/messages/client.ts',
  'utils/settings/browser-tools.ts',
];
/** Each is the only writer of some keys of the browser's storage. */
const STORAGE_WRITERS = [
  'utils/notice/message-history-store.ts',
  'utils/policy/config-snapshot.ts',
  'utils/worker/passes/wait-store.ts',
  'utils/worker/policy/managed-policy-store.ts',
  'utils/worker/rules/applied-fingerprint.ts',
  'utils/worker/rules/host-access.ts',
  'utils/worker/session-name.ts',
  'utils/worker/settings/browser-store.ts',
  'utils/worker/settings/private-attempts.ts',
  'utils/worker/status/report.ts',
  'utils/worker/storage/lost-storage.ts',
  'utils/worker/tabs/search-events.ts',
];
/** Where data comes in from outside: policy, storage, messages, imports, configuration files. */
const BORDERS = [
  'utils/deploy/kit-config.ts',
  'utils/policy/managed-schema.ts',
  'utils/policy/schema.ts',
  'utils/messages/requests.ts',
  'utils/settings/schema.ts',
];
/** Schemas of reviewed data, for scripts and tests: they never ship. */
const DATA_SCHEMAS = [
  'utils/notice/claims-schema.ts',
  'utils/notice/help-schema.ts',
  'utils/notice/law-schema.ts',
];

const utils = sources('utils');
const components = sources('components');
const entrypoints = sources('entrypoints');
const scripts = sources('scripts');
const tests = sources('tests');
const shipped = [...utils, ...components, ...entrypoints];

const isBrowser = (target: string) =>
  target === 'utils/extension-api.ts' || target.startsWith('wxt/') || target === 'webextension-polyfill';
const isZod = (target: string) => target === 'zod' || target.startsWith('zod/');

function breaks(
  files: readonly SourceFile[],
  isWrong: (target: string, file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports.filter((target) => isWrong(target, file)).map((target) => `${file.path} imports ${target}`),
  );
}

function using(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
}

test('the reader of imports sees values, types apart', () => {
  expect(utils.length).toBeGreaterThan(150);
  const apply = utils.find(({ path }) => path === 'utils/worker/apply.ts');
  expect(apply?.imports).toContain('utils/worker/rules/rule-writer.ts');
  const api = utils.find(({ path }) => path === 'utils/extension-api.ts');
  expect(api?.imports).toEqual([]);
  expect(api?.importsWithTypes).toContain('wxt/browser');
  expect([...reachable('entrypoints/background.ts')]).toContain('utils/worker/rules/rule-writer.ts');
  // Proves that the check finds the polyfill in a page that has it.
  expect([...reachable('entrypoints/popup/main.tsx')]).toContain('wxt/browser');
});

describe('pure modules', () => {
  const pure = utils.filter(({ path }) => PURE.includes(path.split('/')[1] ?? '') && !EDGES.includes(path));

  test('never import the browser, nor a file that does', () => {
    expect(breaks(pure, (target) => isBrowser(target) || EDGES.includes(target))).toEqual([]);
  });

  test('never name it either', () => {
    expect(
      using(pure, /\b(?:browser|chrome)\.(?:runtime|storage|tabs|alarms|scripting|permissions|i18n)\b/),
    ).toEqual([]);
  });

  test('import nothing from the layers above them', () => {
    expect(
      breaks(pure, (target) => /^(?:entrypoints|components|utils\/(?:content|worker))\//.test(target)),
    ).toEqual([]);
  });

  test('the named edge files do touch the browser', () => {
    for (const edge of EDGES) {
      expect(
        utils.find(({ path }) => path === edge)?.imports.some((target) => isBrowser(target)),
        edge,
      ).toBe(true);
    }
  });
});

test('components know neither the browser nor what starts them', () => {
  expect(components.length).toBeGreaterThan(50);
  expect(
    breaks(
      components,
      (target) =>
        isBrowser(target) ||
        EDGES.includes(target) ||
        /^(?:entrypoints|utils\/(?:content|worker))\//.test(target),
    ),
  ).toEqual([]);
});

test('nothing is imported from an entry point, but by entry points', () => {
  expect(
    breaks([...utils, ...components, ...scripts], (target) => target.startsWith('entrypoints/')),
  ).toEqual([]);
});

test('nothing is imported from the tests, but by tests', () => {
  const fromTests = [...shipped, ...scripts].flatMap(({ path, importsWithTypes }) =>
    importsWithTypes.filter((target) => target.startsWith('tests/')).map((target) => `${path}: ${target}`),
  );
  expect(fromTests).toEqual([]);
});

/** @returns each pair of folders of `utils` that import from one another, types included. */
function foldersBothWays(files: readonly Pick<SourceFile, 'path' | 'importsWithTypes'>[]): string[] {
  const folderOf = (path: string) => /^utils\/(\w+)\//.exec(path)?.[1];
  const arrows = new Set(
    files.flatMap(({ path, importsWithTypes }) =>
      importsWithTypes.map((target) => `${folderOf(path)} ${folderOf(target)}`),
    ),
  );
  const back = (arrow: string) => arrow.split(' ').reverse().join(' ');
  return [...arrows].filter((arrow) => arrow < back(arrow) && arrows.has(back(arrow))).sort();
}

describe('imports', () => {
  test('go one way between two folders of utils', () => {
    const file = (path: string, ...importsWithTypes: string[]) => ({ path, importsWithTypes });
    const one = [file('utils/a/x.ts', 'utils/b/x.ts'), file('utils/b/x.ts', 'utils/b/y.ts')];
    expect(foldersBothWays(one)).toEqual([]);
    expect(foldersBothWays([...one, file('utils/b/z.ts', 'utils/a/y.ts')])).toEqual(['a b']);
    expect(foldersBothWays(utils)).toEqual([]);
  });

  test('never form a circle, types included', () => {
    expect(tests.length).toBeGreaterThan(150);
    expect(findCircle([...shipped, ...scripts, ...tests])).toBeNull();
  });

  test('a circle would be found', () => {
    const file = (path: string, ...importsWithTypes: string[]) => ({ path, importsWithTypes });
    expect(findCircle([file('a', 'b', 'c'), file('b', 'c'), file('c')])).toBeNull();
    expect(findCircle([file('a', 'b'), file('b', 'c'), file('c', 'b')])).toEqual(['b', 'c', 'b']);
    expect(findCircle([file('a', 'a')])).toEqual(['a', 'a']);
  });
});

test('rules and content scripts are written in utils/worker alone, in one place each', () => {
  expect(using(shipped, /\bupdate(?:DynamicRules|EnabledRulesets)\b/)).toEqual([
    'utils/worker/rules/rule-writer.ts',
  ]);
  expect(using(shipped, /\bupdateSessionRules\b/)).toEqual(['utils/worker/passes/passes.ts']);
  expect(using(shipped, /\b(?:register|unregister|update)ContentScripts\b/)).toEqual([
    'utils/worker/rules/guard-scripts.ts',
  ]);
});

test('each key of the storage has one writer, and nothing else keeps anything', () => {
  expect(using(shipped, /\bstorage\.(?:local|session|sync)\b/)).toEqual(STORAGE_WRITERS);
  // What the first turn of Firefox's worker has to know.
  expect(using(shipped, /\blocalStorage\b/)).toEqual(['utils/worker/tabs/search-events.ts']);
  expect(using(shipped, /\b(?:sessionStorage|indexedDB|document\.cookie|caches\.open)\b/)).toEqual([]);
});

describe('schemas', () => {
  test('are used at the borders only', () => {
    expect(
      breaks(shipped, (target, { path }) => isZod(target) && ![...BORDERS, ...DATA_SCHEMAS].includes(path)),
    ).toEqual([]);
    for (const border of BORDERS) {
      expect(utils.find(({ path }) => path === border)?.imports.some(isZod), border).toBe(true);
    }
  });

  test('what ships carries the small form of zod only', () => {
    for (const { path } of entrypoints) expect([...reachable(path)], path).not.toContain('zod');
    for (const { path } of entrypoints) {
      for (const schema of DATA_SCHEMAS) expect([...reachable(path)], path).not.toContain(schema);
    }
  });
});

test.each(['background.ts', 'guard.ts', 'first-paint.ts', 'notice/first-frame.ts', 'notice/main.ts'])(
  '%s carries no polyfill',
  (entry) => {
    const all = [...reachable(`entrypoints/${entry}`)];
    expect(all.filter((target) => target === 'wxt/browser' || target === 'webextension-polyfill')).toEqual(
      [],
    );
  },
);

test('no text ever becomes markup', () => {
  const markup =
    /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
  expect(using(shipped, markup)).toEqual([]);
});

describe('files', () => {
  const all = [...shipped, ...scripts];

  test('say what they are for before they begin', () => {
    const silent = [...all, ...tests].filter(({ text }) => !/^(?:#!.*\n)?\/\*\*[\s\S]*?\*\//.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('leave nothing for later', () => {
    expect(
      all.filter(({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
