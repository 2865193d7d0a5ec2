/**
 * Tests hostile pages against overlay, hide-page CSS and guard. From the first frame that covers a page until the notice, no frame may
 * show the page again. A page in which the guard was first may never show. The table in `docs/security.md` has the same rows.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { Tab } from '../../scripts/browser/session.ts';
import { type Arena, openArena } from './hostile/arena.ts';
import { type Attack, limitOf, type Way, waysOf } from './hostile/attack.ts';
import { everyAttack } from './hostile/every-attack.ts';
import { type Outcome, runAttack, SHARE } from './hostile/run-attack.ts';

/**
 * Uses windows side by side, because a page behind another one is not drawn. One process of Firefox handles the navigations of all
 * windows, so two pages that flood it would affect each other there: each was seen for 10 s, but for less than 5 s alone.
 */
const WINDOWS = BROWSER === 'firefox' ? 1 : 4;

/** How long a page may be seen after it entered a listed section (milliseconds), not counting the time for which it hangs. */
const COVERED_WITHIN = 5_000;

const DAY_MS = 86_400_000;

interface Round {
  attack: Attack;
  way: Way;
  outcome: Promise<Outcome>;
  end: (outcome: Outcome | Promise<never>) => void;
}

/**
 * A run tries each attack in one of its ways, and the other browser's run in the other way. The next day, they swap.
 * `HOSTILE=full` tries all ways, as the weekly workflow does, and `HOSTILE=alert` all ways of attacks with "alert" in their names.
 */
function waysHere(attack: Attack, index: number): readonly Way[] {
  const ways = waysOf(attack);
  const asked = process.env.HOSTILE;
  if (asked && asked !== 'full') return attack.name.includes(asked) ? ways : [];
  if (asked || ways.length === 1) return ways;
  const today = Math.floor(Date.now() / DAY_MS);
  const way = ways[(index + today + (BROWSER === 'firefox' ? 1 : 0)) % ways.length];
  return way ? [way] : [];
}

const rounds: Round[] = everyAttack.flatMap((attack, index) =>
  attack.without?.browser === BROWSER ? [] : waysHere(attack, index).map((way) => newRound(attack, way)),
);

let arena: Arena;

before(
  async () => {
    arena = await openArena();
    const windows: Tab[] = [];
    // Opens them one after another, because each is identified as the newest.
    for (let count = 0; count < WINDOWS; count++) windows.push(await arena.browser.newTab('window'));
    const waiting = [...rounds];
    for (const tab of windows) void playAll(tab, waiting).catch((error: Error) => giveUp(waiting, error));
  },
  { timeout: 120_000 },
);
after(async () => {
  await arena?.close();
});

for (const { attack, way, outcome } of rounds) {
  test(`${attack.name} (${way === 'first' ? 'the guard is there first' : 'the page is there first'})`, {
    timeout: 600_000,
  }, async () => {
    const { seen, notice, url, uncovered } = await outcome;
    if (way === 'late') {
      const report = arena.report(attack.name);
      assert.ok(report !== null, 'the attack did not begin');
      assert.equal(report, attack.throws ?? '', 'the attack itself failed');
    }
    const limit = limitOf(attack, BROWSER, way);
    const back = attack.goesBack === true && url === 'about:blank';
    if (limit?.allows !== 'stays') assert.ok(notice || back, `the tab stands at ${url}`);
    if (limit) return;
    const longest = COVERED_WITHIN + (attack.hangs ?? 0);
    assert.ok(uncovered < longest, `the page was seen for ${uncovered} ms`);
    assert.ok(seen.length > 0 && (seen.at(-1) ?? 1) < SHARE, 'no frame shows what came in the end');
    const covered = way === 'first' ? 0 : seen.findIndex((share) => share < SHARE);
    assert.ok(covered >= 0, 'no frame without the page');
    assert.deepEqual(
      seen.slice(covered).filter((share) => share >= SHARE),
      [],
      `the page could be seen: ${seen.map((share) => share.toFixed(2)).join(' ')}`,
    );
  });
}

/** Plays rounds in one window until none is left. If the window does not reach the notice, another one replaces it. */
async function playAll(first: Tab, waiting: Round[]): Promise<void> {
  let tab = first;
  for (let round = waiting.shift(); round; round = waiting.shift()) {
    const outcome = await runAttack(arena, tab, round.attack, round.way).catch((error: Error) => error);
    round.end(outcome instanceof Error ? Promise.reject(outcome) : outcome);
    if (!(outcome instanceof Error) && outcome.notice) continue;
    void arena.browser.closeTab(tab).catch(() => undefined);
    tab = await anotherWindow();
  }
}

/** Ends the waiting rounds. Without a window, they would wait forever. */
function giveUp(waiting: Round[], error: Error): void {
  for (const { end } of waiting.splice(0)) end(Promise.reject(error));
}

let opening: Promise<unknown> = Promise.resolve();

function anotherWindow(): Promise<Tab> {
  const opened = opening.then(() => arena.browser.newTab('window'));
  opening = opened.catch(() => undefined);
  return opened;
}

function newRound(attack: Attack, way: Way): Round {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  // If a round fails before its test begins, that must fail the test, not the file.
  promise.catch(() => undefined);
  return { attack, way, outcome: promise, end: resolve };
}
