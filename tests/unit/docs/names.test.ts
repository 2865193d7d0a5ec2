/** Tests that names of keys, settings and functions in the documents are names in the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import { documents, quoted, sources } from './documents.ts';

const code = sources();
/** A name of several words, such as `blockedPatterns` or `webNavigation.onErrorOccurred`, or one in capitals. */
const IDENTIFIER = /^[a-z]+(?:[A-Z][a-z]+)+(?:\.[a-zA-Z]+)*$|^[A-Z]+(?:_[A-Z]+)+$/;
/** Names from other programs that this project's code has no reason to use, each with its owner. */
const OTHERS: Record<string, string> = {
  memoryLimitExceeded: 'Chromium',
};

for (const document of documents()) {
  const names = quoted(document).filter((name) => IDENTIFIER.test(name));
  if (names.length === 0) continue;
  describe(document.file, () => {
    test('uses names that the code uses', () => {
      const unknown = names.filter(
        (name) =>
          !(name in OTHERS) && !name.split('.').every((part) => new RegExp(`\\b${part}\\b`).test(code)),
      );
      expect(unknown).toEqual([]);
    });
  });
}

test('every row of the table of policy keys is a key, and every key has a row', () => {
  const text = readFileSync('docs/deploy/configuration.md', 'utf8');
  const [, table = ''] = /([\s\S]*?)<!-- end of keys -->/.exec(text.slice(text.indexOf('| `mode` |'))) ?? [];
  const rows = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key as string);
  expect(rows.toSorted()).toEqual([...MANAGED_KEYS].toSorted());
});

test('the check can fail', () => {
  expect(IDENTIFIER.test('blockedPaterns')).toBe(true);
  expect(/\bblockedPaterns\b/.test(code)).toBe(false);
  expect(/\bblockedPatterns\b/.test(code)).toBe(true);
});
