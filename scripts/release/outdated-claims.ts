/** Finds what a release would still say on a day although it is too old by then. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastDayShown } from '../../utils/notice/claims.ts';

/** An older source says little about today (docs/content-policy.md). */
const OLDEST_SOURCE_YEARS = 5;

/** The fields of a claim, or of a sign of control, that become outdated. */
interface Aging {
  id: string;
  /** False if it is shown to nobody, so that its age does not matter. */
  display?: boolean;
  source: { year: number };
  happened?: string;
  checkAgain: string;
}

/**
 * Checks claims and signs on the day of a release. No unit test checks them on the present day, so that an old commit keeps passing.
 * A draft is still allowed.
 * @param on - the day of the release, `YYYY-MM-DD`.
 * @returns one sentence for each reason against each claim and each sign.
 */
export function outdatedClaims(root: string, on: string): string[] {
  const claims = readdirSync(join(root, 'data/claims')).filter((name) => name.endsWith('.json'));
  const files = [...claims.sort().map((name) => `data/claims/${name}`), 'data/learn/signs.json'];
  return files.flatMap((file) =>
    (JSON.parse(readFileSync(join(root, file), 'utf8')) as Aging[]).flatMap((claim) =>
      reasonsAgainst(claim, on).map((reason) => `${file}: ${claim.id} ${reason}.`),
    ),
  );
}

function reasonsAgainst({ display, source, happened, checkAgain }: Aging, on: string): string[] {
  if (display === false) return [];
  const oldest = Number(on.slice(0, 4)) - OLDEST_SOURCE_YEARS;
  return [
    ...(checkAgain < on ? [`was to be checked again by ${checkAgain}`] : []),
    ...(source.year < oldest ? [`rests on a source of ${source.year}`] : []),
    ...(happened && lastDayShown(happened) < on ? [`tells of an operation that ended on ${happened}`] : []),
  ];
}
