/** Checks the Firefox build with Mozilla's own linter: no errors, and no warning without a reason. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A finding of addons-linter, with the fields that are used here. */
export interface Finding {
  code: string;
  message: string;
  file: string | null;
}

/** A warning that is accepted, and why. */
export interface Accepted extends Finding {
  reason: string;
}

/** @returns `scripts/release/accepted-warnings.json`. */
export function acceptedWarnings(): Accepted[] {
  return JSON.parse(readFileSync(new URL('accepted-warnings.json', import.meta.url), 'utf8')) as Accepted[];
}

/**
 * Runs addons-linter, which takes about five seconds.
 * @param build - an unpacked Firefox build.
 * @returns errors, and warnings with notices. Throws if the linter itself fails.
 */
export function lintAddon(build: string): { errors: Finding[]; warnings: Finding[] } {
  if (!existsSync(build)) throw new Error(`${build} is not there. Build first (npm run build).`);
  const linter = 'node_modules/addons-linter/bin/addons-linter';
  const report = JSON.parse(run([linter, '--output', 'json', build])) as Record<
    'errors' | 'warnings' | 'notices',
    Finding[]
  >;
  return { errors: report.errors, warnings: [...report.warnings, ...report.notices] };
}

/** @returns one sentence for each error, each warning without a reason, and each reason without its warning. */
export function judgeFindings(
  { errors, warnings }: { errors: readonly Finding[]; warnings: readonly Finding[] },
  accepted: readonly Accepted[],
): string[] {
  const same = (one: Finding, other: Finding) =>
    one.code === other.code && one.message === other.message && one.file === other.file;
  const say = ({ code, message, file }: Finding) => `${code} in ${file ?? 'the package'}: ${message}`;
  return [
    ...errors.map((one) => `addons-linter, error ${say(one)}`),
    ...warnings
      .filter((one) => !accepted.some((other) => same(one, other)))
      .map((one) => `addons-linter, ${say(one)} (fix it, or give a reason in accepted-warnings.json)`),
    ...accepted
      .filter((one) => !warnings.some((other) => same(one, other)))
      .map((one) => `accepted-warnings.json: ${say(one)} no longer comes up; take it out`),
  ];
}

/** Runs the linter. It ends with 1 if it finds an error, but writes its report anyway. */
function run(words: string[]): string {
  try {
    return execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout?.trimStart().startsWith('{')) return stdout;
    throw error;
  }
}
