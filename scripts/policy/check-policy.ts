/** Explains a policy file: what arrives, what is in force, and what is wrong. */
import { findPolicies } from '../../utils/deploy/find-policy.ts';
import { readKitConfig } from '../../utils/deploy/kit-config.ts';
import { renderReceived } from '../../utils/policy/clean-text.ts';
import { describeIssue } from '../../utils/policy/describe-issue.ts';
import { effective } from '../../utils/policy/layers.ts';
import { validatePolicy } from '../../utils/policy/validate.ts';
import type { Language } from '../../utils/words/languages.ts';
import { readWords } from '../read-words.ts';
import { describeKitProblem } from './describe-problem.ts';

export interface Explanation {
  lines: string[];
  /** Whether nothing is wrong, ignoring warnings. */
  ok: boolean;
}

/**
 * @param text - the unchanged file: a bare policy, a browser's policy file, a console's text, or a kit configuration.
 * @param source - where a kit's copies come from, if the configuration does not say it.
 */
export function explainPolicyFile(text: string, language: Language, source: object = {}): Explanation {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, lines: [`This is not JSON: ${reason}`, 'Only JSON files can be checked.'] };
  }
  if (isKitConfig(file)) return explainKit({ ...file, ...source }, language);
  const parts = findPolicies(file).map((found) => explainOne(found, language));
  return { ok: parts.every((part) => part.ok), lines: parts.flatMap((part) => part.lines) };
}

function isKitConfig(file: unknown): file is object {
  return typeof file === 'object' && file !== null && 'policy' in file && !('3rdparty' in file);
}

function explainKit(file: unknown, language: Language): Explanation {
  const read = readKitConfig(file);
  const lines = read.problems.map((problem) => describeKitProblem(problem, language));
  if (!read.ok) return { ok: false, lines: ['A configuration for the deployment kit.', ...lines] };
  const rest = explainOne({ shape: 'flat', raw: read.config.policy, id: null, problems: [] }, language);
  return { ok: rest.ok, lines: ['A configuration for the deployment kit.', ...lines, ...rest.lines] };
}

function explainOne(found: ReturnType<typeof findPolicies>[number], language: Language): Explanation {
  const deploy = readWords('deploy', language);
  const policy = readWords('policy', language);
  const validated = validatePolicy(found.raw);
  const result = effective({ policy: validated, settings: {}, installType: 'admin', policyKnown: true });
  const errors = validated.issues.filter((issue) => issue.severity === 'error');
  const values = Object.entries(validated.policy).map(
    ([key, value]) => `  ${key} = ${renderReceived(value)}`,
  );
  return {
    ok: errors.length === 0 && found.problems.length === 0,
    lines: [
      `Shape: ${found.shape}${found.id ? `, extension ${found.id}` : ''}`,
      ...found.problems.map((problem) => `ERROR    ${deploy(problem)}`),
      ...validated.issues.map(
        (issue) =>
          `${issue.severity === 'error' ? 'ERROR  ' : 'warning'}  ${describeIssue(issue, policy)}` +
          (issue.received ? ` [${issue.received}]` : ''),
      ),
      ...(values.length > 0 ? ['Usable values:', ...values] : ['No usable values.']),
      `In force: ${result.mode.value}${errors.length > 0 ? ' (because of the errors above)' : ''}`,
    ],
  };
}
