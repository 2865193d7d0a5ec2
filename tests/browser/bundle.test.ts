/** The built files themselves: nothing in them can send, fetch, or run text as code, and no file but ours is named. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtExtension } from './harness/open-browser.ts';

const folder = builtExtension();
const files = (pattern: string) =>
  globSync(pattern, { cwd: folder }).map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));

/** Each of them opens a connection or runs text. */
const FORBIDDEN: Record<string, RegExp> = {
  fetch: /\bfetch\s*\(/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  WebTransport: /\bWebTransport\b/,
  EventSource: /\bEventSource\b/,
  sendBeacon: /\bsendBeacon\b/,
  RTCPeerConnection: /\bRTCPeerConnection\b/,
  eval: /(?<![\w.$])eval\s*\(/,
  'new Function': /\bnew Function\b|(?<![\w.$])Function\s*\(/,
  'document.write': /\bdocument\.write/,
  'import from elsewhere': /\bimport\s*\(\s*["'`]https?:/,
};

for (const [name, expression] of Object.entries(FORBIDDEN)) {
  test(`no script holds ${name}`, () => {
    const found = files('**/*.js').filter(({ text }) => expression.test(text));
    assert.deepEqual(
      found.map((file) => file.name),
      [],
    );
  });
}

test('the check can fail: each expression knows what it looks for', () => {
  const samples = [
    'fetch ("x")',
    'new XMLHttpRequest()',
    'new WebSocket(u)',
    'new WebTransport(u)',
    'new EventSource(u)',
    'navigator.sendBeacon(u)',
    'new RTCPeerConnection()',
    'eval("1")',
    'new Function("1")',
    'document.write("x")',
    'import("https://x")',
  ];
  for (const [index, expression] of Object.values(FORBIDDEN).entries())
    assert.match(samples[index] ?? '', expression);
});

test('pages and styles name no file from elsewhere, and no inline script or style', () => {
  for (const { name, text } of files('**/*.html')) {
    const named = [...text.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
    assert.deepEqual(
      named.filter((address) => !address.startsWith('/')),
      [],
      name,
    );
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="/, name);
  }
  for (const { name, text } of files('**/*.css'))
    assert.doesNotMatch(text, /url\(\s*["']?(?:https?:|\/\/)|@import/, name);
});

test('the policy of the pages lets nothing out', () => {
  const { content_security_policy } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const rules = Object.fromEntries(
    (content_security_policy.extension_pages as string).split(';').map((rule) => {
      const [name = '', ...values] = rule.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
  assert.equal(rules['default-src'], "'none'");
  assert.equal(rules['connect-src'], "'none'");
  assert.equal(rules['script-src'], "'self'");
  assert.equal(rules['frame-ancestors'], "'none'");
  assert.equal(rules['form-action'], "'none'");
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
