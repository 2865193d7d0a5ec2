/** What every section of the deploy page is given. */
import type { Draft } from '../../utils/deploy/draft.ts';
import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Words } from '../../utils/words/load.ts';

export interface DeployPage {
  draft: Draft;
  /** From what was there before, so that two changes in one moment both count. */
  change: (changes: (before: Draft) => Partial<Draft>) => void;
  /** @returns what is wrong with a field (such as `chromium.id`, `policy.mode`), and what is only worth knowing. */
  problemsOf: (field: string) => FieldProblems;
  places: readonly PlaceOption[];
  words: Words<'deploy-page'>;
  kitWords: Words<'deploy'>;
  policyWords: Words<'policy'>;
  controls: Words<'controls'>;
}

export interface FieldProblems {
  errors: string[];
  warnings: string[];
}

export interface PartProps {
  page: DeployPage;
}
