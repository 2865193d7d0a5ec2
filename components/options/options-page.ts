/** Defines what every section of the options page gets. */
import type { SettingsView, WorkerClient } from '../../utils/messages/answers.ts';
import type { PageTools, PlaceOption } from '../../utils/settings/page-tools.ts';
import type { ChoiceKey, Choices } from '../../utils/settings/schema.ts';
import type { Words } from '../../utils/words/load.ts';
import type { SettingsState } from '../controls/use-settings.ts';

export interface OptionsPage {
  state: SettingsState;
  view: SettingsView;
  /** The choices to show: see `displayedChoices`. */
  choices: Choices;
  client: WorkerClient;
  tools: PageTools;
  places: readonly PlaceOption[];
  words: Words<'options'>;
  controls: Words<'controls'>;
  policyWords: Words<'policy'>;
  /** Whether it is a private window, where the count of days is not shown. */
  isPrivate: boolean;
}

export interface SectionProps {
  page: OptionsPage;
}

/** @returns whether the policy decides this choice. */
export function isManaged({ view }: OptionsPage, key: ChoiceKey): boolean {
  return view.policyKeys.includes(key);
}
