/** Makes the tables of `docs/security.md`: every attack that is tried, and its result. */
import { type Attack, waysOf } from './attack.ts';
import { boundaryCases } from './boundary-cases.ts';
import { everyAttack } from './every-attack.ts';

const HOW = { first: 'worker', late: 'before' } as const;

/** @returns the table as Markdown, with one row for each attack. */
export function attackTable(): string {
  const rows = everyAttack.map(
    (attack) =>
      `| ${attack.name} | ${waysOf(attack)
        .map((way) => HOW[way])
        .join(', ')} | ${result(attack, 'chromium')} | ${result(attack, 'firefox')} |`,
  );
  return ['| The page… | runs | Chromium | Firefox |', '|---|---|---|---|', ...rows].join('\n');
}

/** @returns the table of what an unlisted page tries against the extension's pages and files. */
export function boundaryTable(): string {
  const rows = boundaryCases.map(
    ({ name, chromium = 'held', firefox = 'held' }) => `| ${name} | ${chromium} | ${firefox} |`,
  );
  return ['| An unlisted page… | Chromium | Firefox |', '|---|---|---|', ...rows].join('\n');
}

function result({ without, limit, goesBack }: Attack, browser: 'chromium' | 'firefox'): string {
  if (without?.browser === browser) return `not tried: ${without.why}`;
  if (goesBack) return 'held, or the tab is back where it came from';
  return limit?.browsers.includes(browser) ? limit.says : 'held';
}
