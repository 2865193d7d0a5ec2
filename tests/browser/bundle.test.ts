/**
 * Checks the built files themselves: nothing in them can send, fetch, store a record in another place, or run text as code, and they
 * name no file but the extension's own.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import { TRUST } from '../../scripts/build/trust.ts';
import { NOTICE_PAGE, SEARCH_NOTICE_PAGE } from '../../utils/notice/notice-address.ts';
import { type ScriptFacts, scriptFacts } from './harness/script-facts.ts';

/** Each browser's run checks two of the four targets. */
const TARGETS = BROWSER === 'chromium' ? ['chrome-mv3', 'edge-mv3'] : ['firefox-mv3', 'safari-mv3'];

/** Platform APIs, grouped by what they could do. */
const FORBIDDEN: Record<string, readonly string[]> = {
  'opens a connection': [
    'fetch',
    'fetchLater',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'EventSource',
    'sendBeacon',
    'RTCPeerConnection',
    'webkitRTCPeerConnection',
    'PushManager',
    'pushManager',
    'BackgroundFetchManager',
    'backgroundFetch',
    'PaymentRequest',
    'PresentationRequest',
    'ReportingObserver',
  ],
  'loads a file by its address': [
    'Image',
    'Audio',
    'FontFace',
    'Worker',
    'SharedWorker',
    'serviceWorker',
    'addModule',
    'srcset',
    'imageSrcset',
    'poster',
    'ping',
    'formAction',
    'backgroundImage',
    'style.background',
  ],
  'runs text as code': ['eval', 'WebAssembly', 'execScript', 'document.write', 'document.writeln'],
  'keeps a record beside the storage that is looked after': [
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'cookieStore',
    'document.cookie',
    'cookies',
    'showSaveFilePicker',
    'getDirectory',
  ],
  'reaches through the browser': [
    'storage.sync',
    'setUninstallURL',
    'downloads',
    'identity',
    'instanceID',
    'gcm',
    'connectNative',
    'sendNativeMessage',
    'requestUpdateCheck',
    'history.search',
    'topSites',
    'bookmarks',
    'webRequest',
    'onConnectExternal',
    'onMessageExternal',
  ],
};

/**
 * Elements that fetch what they name, or embed another page. Pictures (`img`) are not among them: they show an organization's logo,
 * which is a data URL, and the pages' policy allows no picture to be fetched from elsewhere (below).
 */
const LOADING = [
  'image',
  'picture',
  'audio',
  'video',
  'track',
  'embed',
  'object',
  'script',
  'base',
  'meta',
  'portal',
];

/** Files that may be loaded while the extension runs, by the literal that names them. */
const LOADS = /^(?:\.{1,2}\/(?:[\w-]+\/)*[\w.-]+\.js|\/?worker-data\.js)$/;

function faults({ uses, loads, runsText, makes }: ScriptFacts): string[] {
  const named = Object.entries(FORBIDDEN).flatMap(([does, names]) =>
    names.filter((name) => uses.has(name)).map((name) => `${name} ${does}`),
  );
  return [
    ...named,
    ...loads
      .filter((name) => name === null || !LOADS.test(name))
      .map((name) => `loads ${name ?? 'what it computes'}`),
    ...runsText.map((name) => `${name} runs text`),
    ...LOADING.filter((name) => makes.has(name)).map((name) => `makes <${name}>`),
  ];
}

/**
 * An address of the extension, a fragment of the page, a helpline's number to call or write to, or the worldwide helpline, which has no
 * number.
 */
const OWN_OR_HELP = /^(?:\/(?!\/)|#|(?:tel|sms):[+*#%\d]|https:\/\/(?:wa\.me\/\d+|findahelpline\.com)$)/;

/** Checks attributes that name a file. Addresses of the extension begin with one slash, fragments of the page with `#`. */
function faultsOfPage(text: string): string[] {
  const found = [...text.matchAll(/\s([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].flatMap(
    ([, name = '', ...values]) => {
      const value = values.find((each) => each !== undefined) ?? '';
      if (/^on|^style$|^srcdoc$|^ping$|^http-equiv$/i.test(name)) return [`${name}="${value}"`];
      if (
        /^(?:src|href|srcset|data-module|imagesrcset|action|formaction|data|poster|background|manifest|cite)$/i.test(
          name,
        )
      )
        return OWN_OR_HELP.test(value) && !/,|\s/.test(value) ? [] : [`${name}="${value}"`];
      return /(?:^|[\s,(])(?:https?:|wss?:|ftp:|\/\/)/i.test(value) ? [`${name}="${value}"`] : [];
    },
  );
  const rel = [...text.matchAll(/<link\b[^>]*\brel\s*=\s*["']?([^"'>\s]+)/gi)].map(([, kind = '']) => kind);
  return [
    ...found,
    // `expect` waits for an element of the page itself and loads nothing.
    ...rel.filter((kind) => kind !== 'stylesheet' && kind !== 'expect').map((kind) => `<link rel=${kind}>`),
    ...(text.match(/<(?:base|iframe|object|embed|portal)\b/gi) ?? []),
    ...(text.match(/<script\b(?![^>]*\bsrc=)/gi) ?? []),
  ];
}

/** Style sheets may not load anything from files. */
const faultsOfStyle = (text: string): string[] =>
  text.match(
    /@import|@font-face|\b(?:image-set|src|cross-fade)\s*\(|url\(\s*["']?(?!data:image\/|#)[^)]*\)/gi,
  ) ?? [];

interface Rule {
  action: { type: string; redirect?: Record<string, unknown> };
}

const faultsOfRules = (rules: Rule[]): Rule[] =>
  rules.filter(({ action: { type, redirect } }) =>
    type === 'redirect'
      ? Object.keys(redirect ?? {}).join() !== 'extensionPath' ||
        ![NOTICE_PAGE, SEARCH_NOTICE_PAGE].includes(String(redirect?.extensionPath))
      : type !== 'allow' && type !== 'block',
  );

/** What a script may do although it is a fault elsewhere. Addresses that it loads come from the build (`scripts/build/trust.ts`). */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // Loads the worker's list, through its Trusted Types policy.
  'background.js': ['loads what it computes'],
  // Also stores whether the first turn of its next start must listen for searches (`search-events.ts`), and nothing else:
  // `tests/browser/nothing-stays.test.ts` reads all of it.
  'firefox-mv3/background.js': [
    'localStorage keeps a record beside the storage that is looked after',
    'loads what it computes',
  ],
  // Starts the notice's module after the first frame, from the address in its own tag (`data-module`).
  'first-paint.js': ['makes <script>'],
};

for (const target of TARGETS) {
  const folder = resolve('.output', target);
  const files = (pattern: string) => {
    if (!existsSync(folder)) throw new Error(`${folder} is missing: run npm run build first.`);
    const names = globSync(pattern, { cwd: folder });
    assert.ok(names.length > 0, `${target} has no ${pattern}`);
    return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  };
  const clean = (pattern: string, look: (text: string) => unknown[]) => {
    for (const { name, text } of files(pattern)) assert.deepEqual(look(text), [], `${target}/${name}`);
  };

  test(`${target}: no script can send, load from elsewhere, keep aside, or run text`, () => {
    for (const { name, text } of files('**/*.js'))
      assert.deepEqual(
        faults(scriptFacts(text)),
        KNOWN[`${target}/${name}`] ?? KNOWN[name] ?? [],
        `${target}/${name}`,
      );
    clean('**/*.{js,css}', (text) => text.match(/sourceMappingURL=.*/g) ?? []);
  });

  test(`${target}: pages and styles name no file from elsewhere, and no inline script`, () => {
    clean('**/*.html', faultsOfPage);
    clean('**/*.css', faultsOfStyle);
  });

  test(`${target}: the rules of the package lead to the notice and nowhere else`, () => {
    // Prints only a few, because thousands of faults take minutes to print.
    clean('rules/*.json', (text) => faultsOfRules(JSON.parse(text) as Rule[]).slice(0, 5));
  });

  test(`${target}: the policy of the pages lets nothing out, and the manifest opens no other door`, () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const { extension_pages: policy, ...other } = manifest.content_security_policy as Record<string, string>;
    assert.deepEqual(other, {});
    const rules = Object.fromEntries(
      (policy ?? '').split(';').map((rule) => {
        const [name = '', ...values] = rule.trim().split(' ');
        return [name, values.join(' ')];
      }),
    );
    const { 'script-src': script, 'style-src': style, 'img-src': picture, ...rest } = rules;
    const {
      'require-trusted-types-for': typed,
      'trusted-types': trusted,
      'frame-src': frame,
      ...closed
    } = rest;
    // Firefox opens telephone numbers in a separate frame.
    assert.equal(frame, target === 'firefox-mv3' ? 'tel: sms:' : undefined);
    assert.deepEqual([script, picture], ["'self'", "'self' data:"]);
    // Each page of the notice contains one style sheet, and the policy allows exactly these.
    const pages = join(folder, 'notice');
    const carried = readdirSync(pages).map((page) => {
      const sheets = [...readFileSync(join(pages, page), 'utf8').matchAll(/<style>([\s\S]*?)<\/style>/g)];
      assert.equal(sheets.length, 1, page);
      return `'sha256-${createHash('sha256')
        .update(sheets[0]?.[1] ?? '')
        .digest('base64')}'`;
    });
    assert.deepEqual(style?.split(' ').sort(), ["'self'", ...new Set(carried)].sort());
    if (target !== 'safari-mv3')
      assert.deepEqual([typed, trusted], ["'script'", Object.values(TRUST).join(' ')]);
    for (const name of ['default-src', 'connect-src', 'form-action', 'frame-ancestors', 'base-uri'])
      assert.equal(closed[name], "'none'", name);
    assert.deepEqual([...new Set(Object.values(closed))], ["'none'"]);
    for (const door of [
      'externally_connectable',
      'update_url',
      'content_scripts',
      'chrome_url_overrides',
      'chrome_settings_overrides',
      'oauth2',
      'sandbox',
      'optional_permissions',
      'optional_host_permissions',
    ])
      assert.ok(!(door in manifest), door);
  });
}

test('the check can fail: every way out that we know of is found', () => {
  const scripts = [
    ...Object.values(FORBIDDEN)
      .flat()
      .map((name) => `self.${name}(x)`),
    'const send = globalThis["fetch"]; send(u)',
    'const { fetch: send } = window; send(u)',
    'const f = fetch; f(u)',
    'fetch?.(u)',
    'import("https://x.test/a.js")',
    'import("./" + name)',
    'import(`./' + '${' + 'name}.js`)',
    'importScripts(name)',
    'importScripts("https://x.test/a.js")',
    'setTimeout("go()", 1)',
    'window.setInterval(`go()`, 1)',
    'new Function("go()")',
    'self.Function(text)',
    'new Image().src = u',
    'document.createElement("audio")',
    'jsx("script", { src: u })',
    'el.style.backgroundImage = u',
  ];
  for (const text of scripts) assert.notDeepEqual(faults(scriptFacts(text)), [], text);
  assert.deepEqual(
    faults(scriptFacts('import("./a.js"); setTimeout(go, 1); say("fetch it"); ({ fetch: 1 })')),
    [],
  );
  const pages = [
    '<img src="https://x.test/i">',
    '<img src=//x.test/i>',
    '<img srcset="/a 1x, https://x.test/b 2x">',
    "<link rel='preconnect' href='https://x.test'>",
    '<link rel=prefetch href="/a">',
    '<link rel=expect href="https://x.test/#a">',
    '<a href="/a" ping="/b">',
    '<form action="https://x.test/">',
    '<button formaction="//x.test/">',
    '<meta http-equiv="refresh" content="0;url=https://x.test">',
    '<base href="/">',
    '<object data="a">',
    '<iframe src="/a">',
    '<p style="color:red">',
    '<p onclick="go()">',
    '<script>go()</script>',
  ];
  for (const text of pages) assert.notDeepEqual(faultsOfPage(text), [], text);
  const styles = [
    '@import "a.css"',
    'a{background:url(/i.png)}',
    'a{background:url( "//x.test/i")}',
    'a{src:image-set("a" 1x)}',
  ];
  for (const text of styles) assert.notDeepEqual(faultsOfStyle(text), [], text);
  const away: Rule[] = [
    { action: { type: 'redirect', redirect: { url: 'https://x.test/' } } },
    { action: { type: 'redirect', redirect: { regexSubstitution: 'https://x.test/' } } },
    { action: { type: 'modifyHeaders' } },
  ];
  assert.equal(faultsOfRules(away).length, away.length);
});

test('the unpacked build and the repository hold no private key', () => {
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
  const tracked = globSync(
    '{data,docs,entrypoints,components,public,scripts,tests,utils}/**/*.{ts,tsx,json,pem,key,md,txt}',
  );
  const found = [...tracked, ...globSync('*.{pem,key}')].filter((name) =>
    key.test(readFileSync(name, 'utf8')),
  );
  assert.deepEqual(
    found.filter((name) => !name.endsWith('bundle.test.ts')),
    [],
  );
});
