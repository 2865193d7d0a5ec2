/** Makes the kit from the form, shortly after the last keystroke. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { deploymentKit, type KitWords } from '../../utils/deploy/deployment-kit.ts';
import { configOfDraft, type Draft } from '../../utils/deploy/draft.ts';
import { type KitProblem, readKitConfig } from '../../utils/deploy/kit-config.ts';
import { fieldOf, KIT_FIELDS } from '../../utils/deploy/kit-fields.ts';
import type { KitFile } from '../../utils/deploy/kit-file.ts';
import { describeIssue } from '../../utils/policy/describe-issue.ts';
import { MANAGED_KEYS } from '../../utils/policy/schema.ts';
import type { Words } from '../../utils/words/load.ts';
import type { SurfaceKey } from '../../utils/words/surfaces.ts';
import type { FieldProblems } from './deploy-page.ts';

/** In milliseconds. A shorter pause would make files, and announce them to a screen reader, at every keystroke. Exported for the tests. */
export const PAUSE = 250;

export interface DescribedProblem {
  field: string | null;
  text: string;
  severity: KitProblem['severity'];
}

export interface Kit {
  files: KitFile[];
  /** Makes the files of the draft as it is now, for whoever saves them before the pause is over; none if there is an error. */
  filesNow: () => KitFile[];
  problems: DescribedProblem[];
  problemsOf: (field: string) => FieldProblems;
  /** What `npm run policy -- --config` takes. */
  config: Record<string, unknown>;
}

export interface KitTexts {
  words: Words<'deploy-page'>;
  kitWords: Words<'deploy'>;
  policyWords: Words<'policy'>;
  /** The words of the files, in the languages that have them. */
  fileWords: KitWords;
}

/** @returns the files and problems of the draft as it was at the last pause in typing. */
export function useKit(draft: Draft, texts: KitTexts): Kit {
  const [paused, setPaused] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  const made = useMemo(() => makeKit(paused, texts), [paused, texts.words]);
  return { ...made, filesNow: () => (paused === draft ? made : makeKit(draft, texts)).files };
}

/** @returns the kit; without files if there is an error, and the problems say why. */
function makeKit(draft: Draft, texts: KitTexts): Omit<Kit, 'filesNow'> {
  const config = configOfDraft(draft);
  const read = readKitConfig(config);
  const problems = read.problems.map((problem) => describeProblem(problem, texts));
  return {
    files: read.ok ? deploymentKit(read.config, texts.fileWords) : [],
    problems,
    problemsOf: (field) => ({
      errors: problems.filter((one) => one.field === field && one.severity === 'error').map(textOf),
      warnings: problems.filter((one) => one.field === field && one.severity === 'warning').map(textOf),
    }),
    config,
  };
}

function textOf({ text }: DescribedProblem): string {
  return text;
}

/** Names a problem's field by its title in the form instead of its key in the configuration, which few people know. */
function describeProblem(problem: KitProblem, { words, kitWords, policyWords }: KitTexts): DescribedProblem {
  const { issue, severity, values } = problem;
  const field = fieldOf(problem);
  if (issue) {
    const known = MANAGED_KEYS.find((key) => key === issue.key);
    const key = known ? policyWords(`${known}Title`) : issue.key;
    return { field, text: describeIssue({ ...issue, key }, policyWords), severity };
  }
  const title = field && KIT_FIELDS[field];
  const text = kitWords(problem.problem as SurfaceKey<'deploy'>, {
    ...values,
    ...(title && { key: words(title) }),
  });
  return { field, text, severity };
}
