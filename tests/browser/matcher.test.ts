/**
 * Tests that the matcher and the browser's own engine give the same answer: on the corpora, on every listed entry in every
 * form of its address, and on generated addresses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { readList } from '../../scripts/list/read.ts';
import { parseAddress } from '../../utils/pattern/address.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import { listedHosts } from '../../utils/pattern/listed-hosts.ts';
import { match, type Recognition } from '../../utils/pattern/match.ts';
import { encodeDashes } from '../../utils/pattern/wrapped.ts';
import { addressForms, listedPlaces } from './harness/address-forms.ts';
import { askRules, type RuleAsker } from './harness/rule-asker.ts';

const list = compileList(readList());
const nobody = { policy: [], user: [] };
const recognition: Recognition = {
  list,
  selection: { tiers: ['core', 'extended', 'broad'], names: true, wrappers: false, searches: false },
  blocked: nobody,
  allowed: nobody,
};

const withWrappers: Recognition = {
  ...recognition,
  selection: { ...recognition.selection, wrappers: true, searches: false },
};

let site: Site;
let asker: RuleAsker;

/** @returns the lines of a corpus as addresses that any URL parser accepts. */
function corpus(file: string): string[] {
  return readFileSync(`tests/corpus/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => (line.split('\t')[0] ?? '').replaceAll('{tab}', '\t').replaceAll('{newline}', '\n'))
    .map((line) => (/^\s*[a-z\t\n]+:/i.test(line) ? line : `http://${line}/`))
    .filter((address) => parseAddress(address) !== null)
    .map((address) => new URL(address).href);
}

/** Makes addresses related to the list: its own in many forms, similar names, and decoys that only contain a name. */
function generated(count: number): string[] {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?$/);
  const word = fc.constantFrom(
    'escort',
    'escorts',
    'callgirls',
    'medical',
    'london',
    'ankara',
    'girls',
    'club',
    '24',
  );
  const host = fc.oneof(
    fc.constantFrom(...listedHosts(list, ['core', 'extended', 'broad'])),
    fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '-'))
      .map(([words, by]) => `${words.join(by)}.com`),
    fc.constantFrom('skokka', 'listcrawler', 'locanto').map((brand) => `${brand}.co.nz`),
    fc.tuple(label, label).map(([one, two]) => `${one}.${two}.org`),
  );
  const address = fc
    .record({
      scheme: fc.constantFrom('http', 'https'),
      user: fc.constantFrom('', 'user:pass@', 'eros.com@'),
      sub: fc.constantFrom('', 'www.', 'a.b.', 'x-', 'm.'),
      host,
      after: fc.constantFrom('', '.', '.example.org'),
      port: fc.constantFrom('', ':8080', ':8443'),
      rest: fc.constantFrom(
        '/',
        '/escort/gb',
        '/FemaleEscorts/x',
        '/a?u=http://eros.com/',
        '/x/Erotic/209',
        '?q=1',
      ),
    })
    .map(
      (part) => `${part.scheme}://${part.user}${part.sub}${part.host}${part.after}${part.port}${part.rest}`,
    )
    .filter((text) => parseAddress(text) !== null);
  return fc.sample(address, { numRuns: count, seed: 20_261_121 }).map((text) => new URL(text).href);
}

/** Translated copies that the rules name: of each host of the first tier and its `www.`. The guard covers other wrappers. */
const copies = new Set(
  listedHosts(list, ['core']).flatMap((host) =>
    [host, `www.${host}`].map((name) => `${encodeDashes(name)}.translate.goog`),
  ),
);

function expected(address: string): boolean {
  return copies.has(new URL(address).hostname) || match(address, recognition) !== null;
}

async function compare(addresses: readonly string[]): Promise<void> {
  const byBrowser = await asker.covered(addresses);
  const apart = addresses.filter((address) => byBrowser.has(address) !== expected(address));
  assert.deepEqual(apart, []);
}

before(async () => {
  site = await startSite(() => null);
  asker = await askRules(BROWSER, site.port, withWrappers);
});
after(async () => {
  await asker?.close();
  await site?.close();
});

test('the same answer for everything that must match', () => compare(corpus('must-match.txt')));
test('the same answer for everything that must not match', () => compare(corpus('must-not-match.txt')));
test('the same answer for names that nobody has listed', () => compare(corpus('unlisted-names.txt')));
test('the same answer for 5,000 generated addresses', async () => {
  const addresses = generated(5_000);
  const hits = addresses.filter((address) => match(address, recognition) !== null).length;
  assert.ok(hits > 500 && hits < 4_500, `${hits} of ${addresses.length} are covered: too one-sided to tell`);
  await compare(addresses);
});

/**
 * How many places are tested in every form, evenly spread over the list. All forms of all places would be a quarter of a million
 * questions, and Firefox answers 200 a second.
 */
const IN_EVERY_FORM = BROWSER === 'chromium' ? 2_500 : 500;
/** How many forms of each other place are tested. Places take turns with the forms. */
const FORMS_OF_OTHERS = BROWSER === 'chromium' ? 2 : 1;

test('every listed entry is covered, and thousands of them in every form of an address', async () => {
  const places = listedPlaces();
  assert.ok(places.length > IN_EVERY_FORM, `only ${places.length} entries`);
  const every = Math.floor(places.length / IN_EVERY_FORM);
  const addresses = [
    ...new Set(
      places.flatMap((place, index) =>
        index % every === 0 ? addressForms(place) : addressForms(place, index, FORMS_OF_OTHERS),
      ),
    ),
  ];
  const byBrowser = await asker.covered(addresses);
  const open = addresses.filter((address) => !byBrowser.has(address));
  assert.deepEqual(open, []);
  assert.deepEqual(
    addresses.filter((address) => match(address, recognition) === null),
    [],
  );
});

test('every listed host is covered in its translated copy', async () => {
  // A host with letters beyond ASCII has no copy: its name with dashes is not a valid name of a host.
  const addresses = [...copies]
    .map((host) => `https://${host}/x?_x_tr_sl=en`)
    .filter((address) => !address.startsWith('https://xn--'));
  assert.ok(addresses.length > 2_000, `only ${addresses.length} addresses`);
  const byBrowser = await asker.covered(addresses);
  assert.deepEqual(
    addresses.filter((address) => !byBrowser.has(address)),
    [],
  );
  const byMatcher = addresses.filter((address) => match(address, withWrappers)?.kind === 'wrapper');
  assert.deepEqual(byMatcher, addresses);
  const decoys = ['example-org', 'eros-com-example-org', 'xeros-com'].map(
    (name) => `https://${name}.translate.goog/`,
  );
  assert.equal((await asker.covered(decoys)).size, 0);
});
