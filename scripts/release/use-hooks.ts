/** `npm ci` runs it: commits in this clone are then checked by `.githooks`. Does nothing elsewhere, and never fails. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!process.env.CI && existsSync('.git')) {
  try {
    const git = (...words: string[]) =>
      execFileSync('git', words, { encoding: 'utf8', stdio: 'pipe' }).trim();
    const set = git('config', '--default', '', '--get', 'core.hooksPath');
    // A person's own hooks are kept.
    if (set === '') git('config', 'core.hooksPath', '.githooks');
  } catch {
    // No git, or a folder of somebody else's: then there is nothing to set up.
  }
}
