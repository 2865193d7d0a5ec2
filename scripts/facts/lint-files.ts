/** Checks the files of `data/` for what a schema does not see: keys given twice, days that cannot be, places that there are not. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { locate } from '../../utils/place/countries.ts';
import { dayAfter } from '../day-after.ts';
import { duplicateKey } from '../duplicate-key.ts';

/** Keys whose day somebody did something on, so that it cannot be still to come. */
const DONE = ['checked', 'on'];
/** All keys with a day, or a part of one. */
const DAYS = [...DONE, 'checkAgain', 'since', 'happened', 'asOf'];
/** Files in which these keys list places. */
const PLACES = /^data\/(?:claims\/[^/]+|help\/[^/]+|languages)\.json$/;
const PLACE_KEYS = ['regions', 'only', 'places'];

/**
 * @param today - `YYYY-MM-DD`.
 * @param root - the project.
 * @returns one line for each finding, with its file; and whether every file is JSON, without which nothing else can read the data.
 */
export function lintFiles(today: string, root = '.'): { problems: string[]; readable: boolean } {
  const last = dayAfter(today);
  let readable = true;
  const problems = globSync('data/**/*.json', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        readable = false;
        return [`${file}: this is not JSON: ${(error as Error).message}`];
      }
      const twice = duplicateKey(text);
      return [
        ...(twice === null ? [] : [`${file}: "${twice}" is there twice in one object`]),
        ...lintValues(value, last, PLACES.test(file)).map((problem) => `${file}: ${problem}`),
      ];
    });
  return { problems, readable };
}

function lintValues(value: unknown, last: string, withPlaces: boolean): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string' && DAYS.includes(key)) return dayProblem(key, inner, last);
    if (withPlaces && PLACE_KEYS.includes(key) && Array.isArray(inner))
      return inner
        .filter((code) => code !== '*' && locate(String(code)) === null)
        .map((code) => `there is no place ${code}`);
    return lintValues(inner, last, withPlaces);
  });
}

function dayProblem(key: string, written: string, last: string): string[] {
  return written
    .split('/')
    .filter((day) => /^\d{4}-\d\d(?:-\d\d)?$/.test(day))
    .flatMap((day) => {
      if (!z.iso.date().safeParse(day.length === 7 ? `${day}-01` : day).success)
        return [`${key}: there is no day ${day}`];
      return DONE.includes(key) && day > last ? [`${key}: ${day} is still to come`] : [];
    });
}
