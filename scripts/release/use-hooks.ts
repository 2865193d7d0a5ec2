/** `npm ci` runs this script, so that `.githooks` check the commits in this clone. Does nothing elsewhere, and never fails. */
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
    // There is no git, or the folder belongs to another user: there is nothing to set up.
  }
}
