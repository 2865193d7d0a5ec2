/** Tests that every number of every helpline is a link that a telephone understands, and that it says what it does. */
import { describe, expect, test } from 'vitest';
import { mainHelplines } from '../../../scripts/build/main-helplines.ts';
import { readHelpFiles } from '../../../scripts/build/read-help.ts';
import { readWords } from '../../../scripts/read-words.ts';
import {
  callAddress,
  callLink,
  emergencyLink,
  textAddress,
  textLink,
  withLinks,
} from '../../../utils/notice/contact-links.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

/** RFC 3966, local and global numbers, and RFC 5724. WhatsApp's own form needs digits with the country code. */
const FORMS = {
  call: /^tel:\+?(?:%23|\*)?\d{3,15}$/,
  sms: /^sms:\+?\d{3,15}(\?body=[A-Z]+)?$/,
  whatsapp: /^https:\/\/wa\.me\/[1-9]\d{7,14}$/,
  web: /^https:\/\/[^/]+\.[a-z]+(\/\S*)?$/,
} as const;
const digits = (text: string) => text.replace(/%23|\D/g, '');

describe.each(LANGUAGES)('in %s', (language) => {
  const words = readWords('contact', language);

  test.each(readHelpFiles(language))(
    '$region: every line can be reached by a link',
    ({ lines, emergency }) => {
      for (const line of lines) {
        const links = [callLink(line, words), textLink(line, words)].filter((link) => link !== null);
        expect(links).toHaveLength(Number(line.phone !== null) + Number(line.sms !== null));
        for (const link of links) {
          expect(link.address, line.id).toMatch(FORMS[link.kind]);
          expect(link.name).toContain(link.number);
          expect(link.name).toContain(line.name);
          expect(link.name.length).toBeGreaterThan(line.name.length + link.number.length + 4);
        }
        if (line.phone) expect(digits(callAddress(line.phone)), line.id).toBe(digits(line.phone));
        for (const page of [line.chat, line.url]) if (page) expect(page, line.id).toMatch(FORMS.web);
        expect(links.length + Number(line.chat !== null) + Number(line.url !== null)).toBeGreaterThan(0);
      }
      for (const { number } of emergency) {
        const link = emergencyLink(number, words);
        expect(link.address).toBe(`tel:${number}`);
        expect(link.name).toContain(number);
      }
    },
  );

  test('in every country the numbers in the line on the notice are its links', () => {
    for (const [country, of] of Object.entries(mainHelplines())) {
      const { line, links } = of[language];
      const pieces = withLinks(line, links);
      const linked = pieces.filter((piece) => typeof piece !== 'string');
      expect(linked, country).toMatchObject(links);
      expect(linked, country).toHaveLength(links.length);
      const rest = pieces.filter((piece) => typeof piece === 'string').join('');
      expect(rest, `${country}: a number or page that is no link`).not.toMatch(/\d{3}|\w\.com/);
      expect(links.length, country).toBeGreaterThan(0);
    }
  });
});

test('the hotline of the United States, as a screen reader says it', () => {
  const us = readHelpFiles('en').find(({ region }) => region === 'US');
  const line = us?.lines.find(({ id }) => id === us.main);
  if (!line) throw new Error('The United States have no main line');
  const words = readWords('contact', 'en');
  expect(callLink(line, words)).toEqual({
    kind: 'call',
    number: '1-888-373-7888',
    address: 'tel:+18883737888',
    name: 'Call the National Human Trafficking Hotline, 1-888-373-7888',
  });
  expect(textLink(line, words)).toMatchObject({
    address: 'sms:233733?body=HELP',
    name: 'Text HELP to the National Human Trafficking Hotline, 233733',
  });
});

test('a number sign, a country code and a word with a space survive', () => {
  expect(callAddress('#8891')).toBe('tel:%238891');
  expect(callAddress('+47 22 33 11 60')).toBe('tel:+4722331160');
  expect(callAddress('13 11 14')).toBe('tel:131114');
  expect(textAddress({ kind: 'sms', number: '66008', keyword: 'I NEED' })).toBe('sms:66008?body=I%20NEED');
  expect(textAddress({ kind: 'whatsapp', number: '+52 55 5533 5533', keyword: null })).toBe(
    'https://wa.me/525555335533',
  );
});

test('a sentence is taken apart at its links and nowhere else', () => {
  const links = [{ number: '112' }, { number: '116 006' }];
  expect(withLinks('Call 112 or 116 006.', links)).toEqual([
    'Call ',
    { number: '112', closing: '' },
    ' or ',
    { number: '116 006', closing: '.' },
  ]);
  expect(withLinks('致电 112。', links.slice(0, 1))).toEqual(['致电 ', { number: '112', closing: '。' }]);
  expect(withLinks('112\u00A0(politi), 113', links.slice(0, 1))).toEqual([
    { number: '112', closing: '\u00A0(politi),' },
    ' 113',
  ]);
  expect(withLinks('Nothing here', links)).toEqual(['Nothing here']);
});
