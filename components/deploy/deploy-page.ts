/** Defines what every section of the deploy page gets. */
import type { Draft } from '../../utils/deploy/draft.ts';
import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Words } from '../../utils/words/load.ts';

export interface DeployPage {
  draft: Draft;
  /** Derives the changes from the latest draft, so that two changes at the same time both count. */
  change: (changes: (before: Draft) => Partial<Draft>) => void;
  /** @returns the errors and warnings about a field (such as `chromium.id`, `policy.mode`). */
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
