/** Tests that readers in every country find somebody who supports them, before the police, and no number that is not verified. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readHelpFiles } from '../../../scripts/build/read-help.ts';
import { readWords } from '../../../scripts/read-words.ts';
import { ESSENTIAL_TOPICS, TOPICS } from '../../../utils/notice/help-kinds.ts';
import {
  EU_WITHOUT_FILE,
  HELP_COUNTRIES,
  helpRegion,
  servedCountries,
} from '../../../utils/notice/help-region.ts';
import { helpFile } from '../../../utils/notice/help-schema.ts';
import type { HelpFacts } from '../../../utils/notice/help-types.ts';
import { helpView } from '../../../utils/notice/help-view.ts';
import { ownNames } from '../../../utils/notice/language-names.ts';
import { loadHelp } from '../../../utils/notice/load-help.ts';
import { mainHelpline } from '../../../utils/notice/main-helpline.ts';
import { COUNTRIES } from '../../../utils/place/countries.ts';

const folder = new URL('../../../data/help/', import.meta.url);
const regions = [...HELP_COUNTRIES, 'EU', 'GLOBAL'];
/** The member states (Treaty on European Union, Article 52), by their codes in ISO 3166-1. */
const EU_MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
  ' ',
);
const countries = [...HELP_COUNTRIES, 'CZ', 'RO', 'EG', null];

function change(file: HelpFacts, edit: (file: HelpFacts) => void): HelpFacts {
  const copy = structuredClone(file);
  edit(copy);
  return copy;
}

describe('the data', () => {
  test('every region has a file and every file a region', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(regions.map((region) => `${region}.json`).sort());
  });

  test.each(regions)('%s passes its schema', (region) => {
    const file = JSON.parse(readFileSync(new URL(`${region}.json`, folder), 'utf8'));
    expect(helpFile.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(file.region).toBe(region);
  });

  test('no country sends a person whose life is at risk to the police alone', () => {
    for (const { region, emergency } of readHelpFiles('en').filter(({ region }) => region !== 'GLOBAL')) {
      const reached = emergency.map(({ service }) => service);
      expect([region, reached.includes('any') || reached.includes('medical')]).toEqual([region, true]);
    }
  });

  test.each(servedCountries())(
    '%s: medical emergency, a crisis and exploitation are answered, or the reader is told that nobody is known',
    async (country) => {
      const help = await loadHelp(country, 'en');
      const reached = help.emergency.map(({ service }) => service);
      expect(reached.includes('any') || reached.includes('medical')).toBe(true);
      for (const topic of ESSENTIAL_TOPICS) {
        const { support, worldwideOnly } = helpView(help, topic);
        const own = help.lines.filter(({ id }) => support.some((line) => line.id === id));
        expect(own.length > 0, topic).toBe(!worldwideOnly);
        expect(
          support.some(({ phone, sms, chat, url }) => phone ?? sms ?? chat ?? url),
          topic,
        ).toBe(true);
      }
    },
  );

  test('the schema refuses a region that leaves a crisis open, or says both that it has a line and that none is known', () => {
    const sweden = JSON.parse(readFileSync(new URL('SE.json', folder), 'utf8')) as HelpFacts;
    const none = { for: 'crisis', where: 'Looked for in public copies.', on: '2026-11-29' } as const;
    const without = change(sweden, (file) => {
      file.lines = file.lines.filter((line) => !line.for.includes('crisis'));
    });
    const fits = (file: HelpFacts) => helpFile.safeParse(file).success;
    expect([fits(sweden), fits(without), fits({ ...without, noneKnown: [none] })]).toEqual([
      true,
      false,
      true,
    ]);
    expect(fits({ ...sweden, noneKnown: [none] })).toBe(false);
  });

  test('ids are unique in the whole project', () => {
    const ids = readHelpFiles('en').flatMap((file) => file.lines.map((line) => line.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the schema refuses a main line that is hidden, a police line for a person who sells sex, a wrong date', async () => {
    const us = JSON.parse(readFileSync(new URL('US.json', folder), 'utf8')) as HelpFacts;
    expect(helpFile.safeParse(us).success).toBe(true);
    const broken = [
      change(us, (file) => Object.assign(file.lines[0] ?? {}, { display: false })),
      change(us, (file) => file.lines.find((line) => line.operator === 'police')?.for.push('sells-sex')),
      change(us, (file) => Object.assign(file.lines[0] ?? {}, { checkAgain: '2026-11-21' })),
      change(us, (file) => Object.assign(file.lines[0] ?? {}, { phone: 'call us' })),
    ];
    for (const file of broken) expect(helpFile.safeParse(file).success).toBe(false);
  });
});

describe('the region of a country', () => {
  test('own file, union, world', () => {
    expect(helpRegion('DE')).toBe('DE');
    expect(helpRegion('CZ')).toBe('EU');
    expect(helpRegion('PR')).toBe('US');
    expect(helpRegion('EG')).toBe('GLOBAL');
    expect(helpRegion(null)).toBe('GLOBAL');
  });

  test('the file of the union serves every member without a file of its own, and no other country', () => {
    const own: readonly string[] = HELP_COUNTRIES;
    expect([...COUNTRIES].filter((country) => helpRegion(country) === 'EU').sort()).toEqual(
      EU_MEMBERS.filter((member) => !own.includes(member)),
    );
    expect(EU_WITHOUT_FILE.filter((country) => own.includes(country))).toEqual([]);
  });
});

describe('the main helpline', () => {
  test('the United States', async () => {
    const made = mainHelpline(await loadHelp('US', 'en'), 'en', readWords('main-helpline', 'en'));
    expect(made.text).toBe(
      'Being forced, threatened or controlled? Call 1-888-373-7888 or text 233733, day or night.',
    );
    expect(made.languages).toEqual(['English', 'Español']);
    expect(made.line).toBe(`${made.text} Also: Español`);
    expect(mainHelpline(await loadHelp('FR', 'en'), 'en', readWords('main-helpline', 'en')).line).toContain(
      'Français · العربية · Español · 中文'.replaceAll(' ·', '\u00A0·'),
    );
    const file = readHelpFiles('en').find(({ region }) => region === 'US');
    expect(made.checked).toBe(file?.lines.find(({ id }) => id === file.main)?.checked);
  });

  test.each([
    ['ar', 'هل يجبرك أحد أو يهددك أو يتحكّم بك؟ اتصال: 1-888-373-7888 أو رسالة نصية: 233733، ليلًا ونهارًا.'],
    ['zh', '有人强迫、威胁或控制你吗？致电 1-888-373-7888 或 发短信 233733，昼夜均可。'],
    ['ko', '강요나 협박, 통제를 당하고 있나요? 전화 1-888-373-7888 또는 문자 233733, 밤낮 언제나.'],
  ] as const)('in %s it has that language’s marks', async (language, said) => {
    expect(
      mainHelpline(await loadHelp('US', language), language, readWords('main-helpline', language)).text,
    ).toBe(said);
  });

  test('hours nobody verified are not promised', async () => {
    expect(
      mainHelpline(await loadHelp('DK', 'en'), 'en', readWords('main-helpline', 'en')).text,
    ).not.toContain('night');
    expect(
      mainHelpline(await loadHelp('AU', 'en'), 'en', readWords('main-helpline', 'en')).text,
    ).not.toContain('night');
  });

  test('a shared number is shown only where it works; elsewhere 112 and a directory', async () => {
    expect(mainHelpline(await loadHelp('CZ', 'en'), 'en', readWords('main-helpline', 'en')).text).toContain(
      'Call 116 006.',
    );
    expect(mainHelpline(await loadHelp('RO', 'en'), 'en', readWords('main-helpline', 'en')).text).toContain(
      'In danger, call 112. Find free help at findahelpline.com.',
    );
  });

  test('a main line that is not there is an error with a name', async () => {
    const us = await loadHelp('US', 'en');
    expect(() => mainHelpline({ ...us, main: 'nobody' }, 'en', readWords('main-helpline', 'en'))).toThrow(
      'data/help/US.json names "nobody"',
    );
  });
});

describe('the dialog', () => {
  test.each(countries)(
    '%s: every topic has somebody who supports, and police never comes first',
    async (country) => {
      const help = await loadHelp(country, 'es');
      for (const topic of TOPICS) {
        const view = helpView(help, topic);
        expect(view.support.length + view.authorities.length, topic).toBeGreaterThan(0);
        if (topic === 'sells-sex') expect(view.authorities).toEqual([]);
        for (const line of [...view.support, ...view.authorities]) {
          expect(line.about).not.toBe('');
          expect(line.limits).not.toBe('');
        }
      }
    },
  );

  test('an unsure number is never shown, only where to look', async () => {
    const lines = helpView(await loadHelp('US', 'en'), 'worried-about-someone').authorities;
    const unsure = lines.find((line) => line.id === 'us-know2protect');
    expect(unsure).toMatchObject({ phone: null, sms: null, url: 'https://www.know2protect.gov' });
  });

  test('parts nobody verified are left out', async () => {
    const lines = helpView(await loadHelp('SE', 'en'), 'forced-or-controlled').support;
    expect(lines.find((line) => line.id === 'se-nspm')?.hours).toBeNull();
  });

  test('where no helpline serves a place, the police alone is not enough: worldwide lines are added and the notice says so', async () => {
    for (const country of ['RO', 'EG']) {
      const view = helpView(await loadHelp(country, 'en'), 'crisis');
      expect(view.worldwideOnly, country).toBe(true);
      expect(
        view.support.map(({ id }) => id),
        country,
      ).toContain('global-find-a-helpline');
    }
    expect(helpView(await loadHelp(null, 'en'), 'crisis').worldwideOnly).toBe(false);
    expect(helpView(await loadHelp('JP', 'en'), 'worried-about-someone').worldwideOnly).toBe(false);
  });

  test('a hidden directory stays hidden, the meetings that work anywhere are added', async () => {
    expect(
      helpView(await loadHelp(null, 'en'), 'forced-or-controlled').support.map((line) => line.id),
    ).not.toContain('global-modern-slavery-directory');
    const stop = helpView(await loadHelp('JP', 'en'), 'wants-to-stop');
    expect(stop.support.map((line) => line.id)).toContain('global-saa');
    const us = helpView(await loadHelp('US', 'en'), 'wants-to-stop').support.map((line) => line.name);
    expect(us.filter((name) => name === 'Sex Addicts Anonymous')).toHaveLength(1);
  });

  test('a union number is not shown where it does not work', async () => {
    const ids = async (country: string) =>
      helpView(await loadHelp(country, 'en'), 'forced-or-controlled').support.map((line) => line.id);
    expect(await ids('CZ')).toContain('eu-116-006');
    expect(await ids('RO')).not.toContain('eu-116-006');
  });

  test('a line without confirmation says so', async () => {
    const lines = helpView(await loadHelp('NO', 'en'), 'teen').support;
    expect(lines.every((line) => line.confirmed)).toBe(false);
  });
});

test('languages are named the way their speakers write them', () => {
  expect(ownNames(['es', 'ar', 'ko', 'ru'])).toEqual(['Español', 'العربية', '한국어', 'Русский']);
});

test('languages that Chromium ships without are named all the same', async () => {
  const lacking = ['cy', 'eu', 'gl', 'is', 'km', 'lo', 'mn', 'ne'];
  const Known = Intl.DisplayNames;
  const named = lacking.map((code) => {
    const name = new Known(code, { type: 'language' }).of(code) ?? '';
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  });
  // A newly loaded module has cached no name from another test.
  vi.resetModules();
  const fresh = await import('../../../utils/notice/language-names.ts');
  const lacks = vi
    .spyOn(Intl, 'DisplayNames')
    .mockImplementation(function lackingLanguages(locales, options) {
      return new Known([locales].flat()[0] === 'ru' ? 'ru' : 'en', options);
    });
  try {
    expect(fresh.ownNames(['ru', ...lacking])).toEqual(['Русский', ...named]);
  } finally {
    lacks.mockRestore();
  }
});
