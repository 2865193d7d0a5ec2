/** Generates texts that nobody would send on purpose: half characters, controls, NUL, and a megabyte of one thing. */
import fc from 'fast-check';

/** UTF-16 units in any order, including half surrogate pairs, NUL and every control. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => {
  return String.fromCharCode(...codes);
});

/** Pieces that have a meaning for a parser, in an order that has none. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'http',
        's',
        '://',
        '//',
        '/',
        '.',
        '..',
        '=',
        '*',
        '#',
        '?',
        '@',
        ':',
        '[',
        ']',
        '%',
        '-',
      ),
      fc.constantFrom(
        '%00',
        '%zz',
        '\0',
        '\ud800',
        '\udc00',
        '\u2028',
        '\uff0e',
        ' ',
        '\t',
        '\n',
        '{',
        '}',
        '"',
      ),
      fc.constantFrom('a.example', 'co.uk', '127.0.0.1', '[::1]', 'xn--', 'translate.goog', '443', 'mode'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

export const anyText = fc.oneof(units, pieces, fc.string({ unit: 'binary' }), fc.webUrl(), fc.json());

const MEGABYTE = 2 ** 20;
/** Texts that make careless code slow: one thing repeated, above all what a search may begin with. */
export const HUGE_TEXTS: readonly string[] = ['\0', '\ud800', '*', 'a.', ' #', '%41'].map((one) =>
  one.repeat(MEGABYTE / one.length),
);
/** The huge text as a path, as a host, and in two lines. A second line makes a search fail at the end. */
export const HUGE_FRAMES: readonly ((text: string) => string)[] = [
  (text) => `https://example.org/${text}\nx`,
  (text) => `https://${text}.example/`,
  (text) => `x${text}\nx`,
];
