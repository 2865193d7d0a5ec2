/** Tests that the learn page shows each of its texts, and that every source it cites exists and may be shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import sources from '../../../data/learn/sources.json';
import { LEARN_SURFACES } from '../../../utils/learn/load-learn.ts';
import { LEARN_SECTIONS, sectionByHash } from '../../../utils/learn/outline.ts';
import { numberSources, sourceFinder, sourcesOf } from '../../../utils/learn/sources.ts';
import type { LearnSource, SourceId } from '../../../utils/learn/types.ts';
import type { Law } from '../../../utils/notice/law-types.ts';
import { loadClaims } from '../../../utils/notice/load-claims.ts';

const root = new URL('../../../', import.meta.url).pathname;
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const words = (language: string, surface: string) =>
  JSON.parse(read(`data/words/${language}/${surface}.json`)) as Record<string, string>;

/** Fields of a block that do not name words. */
const NO_WORDS = new Set([
  'kind',
  'tone',
  'sources',
  'topics',
  'about',
  'to',
  'id',
  'name',
  'group',
  'surface',
]);

function keysIn(value: unknown, outer = ''): string[] {
  if (typeof value === 'string') return NO_WORDS.has(outer) ? [] : [value];
  if (Array.isArray(value)) return NO_WORDS.has(outer) ? [] : value.flatMap((item) => keysIn(item, outer));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => keysIn(inner, name));
}

// In findings, `name` is a key. Everywhere else, it names a field of the policy.
function keysOf(section: (typeof LEARN_SECTIONS)[number]): string[] {
  const names = section.blocks.flatMap((block) =>
    block.kind === 'findings' ? block.items.map((item) => item.name) : [],
  );
  return [...keysIn(section), ...names];
}

describe('the outline and the words', () => {
  test.each(LEARN_SURFACES)('every key of %s is shown, and no other', (surface) => {
    const shown = LEARN_SECTIONS.filter((section) => section.surface === surface).flatMap(keysOf);
    expect([...new Set(shown)].sort()).toEqual(Object.keys(words('en', surface)).sort());
  });

  test('no words file of the page is left out', () => {
    const files = readdirSync(`${root}data/words/en`).filter((name) => name.startsWith('learn-'));
    expect(files.map((name) => name.replace('.json', ''))).toEqual([...LEARN_SURFACES].sort());
  });

  test("every one of the page's own words is used by a component", () => {
    const folder = 'components/learn/';
    const code = readdirSync(`${root}${folder}`)
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => read(`${folder}${name}`))
      // This file composes the text of the emergency numbers for every surface.
      .concat(read('utils/notice/help-view.ts'))
      .join('\n');
    const unused = Object.keys(words('en', 'learn')).filter(
      (key) => !code.includes(`'${key}'`) && !key.startsWith('group-'),
    );
    expect(unused).toEqual([]);
  });

  test('words files stay small enough to review', () => {
    for (const language of ['en', 'es']) {
      for (const surface of ['learn', ...LEARN_SURFACES]) {
        expect(read(`data/words/${language}/${surface}.json`).length, `${language}/${surface}`).toBeLessThan(
          12_000,
        );
      }
    }
  });
});

describe('addresses', () => {
  test('each section is reached by its own hash, anything else is the overview', () => {
    for (const section of LEARN_SECTIONS) expect(sectionByHash(`#${section.id}`)).toBe(section);
    expect(new Set(LEARN_SECTIONS.map(({ id }) => id)).size).toBe(LEARN_SECTIONS.length);
    expect(sectionByHash('')).toBeNull();
    expect(sectionByHash('#topics')).toBeNull();
    expect(sectionByHash('#__proto__')).toBeNull();
  });

  test('steps lead to sections', () => {
    for (const { blocks } of LEARN_SECTIONS) {
      for (const block of blocks) {
        if (block.kind === 'steps')
          for (const { to } of block.items) expect(sectionByHash(to), to).not.toBeNull();
      }
    }
  });
});

describe('sources', () => {
  const cited = new Set(LEARN_SECTIONS.flatMap(sourcesOf));

  test('every claim cited is among the reviewed claims and may be shown', async () => {
    const claims = await loadClaims('en');
    const shown = claims.filter(({ display }) => display).map(({ id }) => `claim:${id}`);
    const claimsCited = [...cited].filter((id) => id.startsWith('claim:'));
    expect(claimsCited.length).toBeGreaterThan(15);
    expect(claimsCited.filter((id) => !shown.includes(id))).toEqual([]);
    const find = sourceFinder(claims);
    for (const id of cited) expect(find(id).url, id).toMatch(/^https?:\/\//);
  });

  test('a claim that is not there is an error with its name', () => {
    expect(() => sourceFinder([])('claim:nowhere')).toThrow('claim:nowhere');
  });

  test.each(Object.entries(sources as Record<string, LearnSource>))(
    '%s is dated, whole and cited',
    (id, source) => {
      expect(cited.has(id as SourceId)).toBe(true);
      expect(source.title.length * source.publisher.length).toBeGreaterThan(0);
      expect(source.year).toBeGreaterThan(1997);
      expect(source.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(source.checkAgain > source.checked).toBe(true);
    },
  );

  test('claims read in the same place share a number', async () => {
    const find = sourceFinder(await loadClaims('en'));
    for (const section of LEARN_SECTIONS) {
      const { list, numbers } = numberSources(section, find);
      expect(new Set(list.map(({ url }) => url)).size).toBe(list.length);
      for (const [id, number] of numbers) expect(list[number - 1]?.url).toBe(find(id).url);
    }
  });
});

test('the countries named in the answer on the law do punish the payer', () => {
  for (const [code, name] of Object.entries({
    CA: 'Canada',
    FR: 'France',
    IE: 'Ireland',
    NO: 'Norway',
    SE: 'Sweden',
  })) {
    expect(words('en', 'learn-questions')['crime-a']).toContain(name);
    expect((JSON.parse(read(`data/law/${code}.json`)) as Law).buyerPunished, code).toBe('yes');
  }
});

test('the states and the district named for vehicle seizure have such a law in the data', () => {
  const said = words('en', 'learn-programs')['vehicle-known'] ?? '';
  for (const [code, name] of Object.entries({
    'US-GA': 'Georgia',
    'US-VA': 'Virginia',
    'US-DC': 'Washington, D.C.',
  })) {
    expect(said).toContain(name);
    const kinds = (JSON.parse(read(`data/law/${code}.json`)) as Law).collateral.map(({ kind }) => kind);
    expect(kinds, code).toContain('vehicle-forfeiture');
  }
});
