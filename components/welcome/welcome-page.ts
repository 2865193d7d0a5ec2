/** Defines what every step of the welcome page gets. */
import type { SettingsView, WorkerClient } from '../../utils/messages/answers.ts';
import type { PageTools, PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Choices } from '../../utils/settings/schema.ts';
import type { Words } from '../../utils/words/load.ts';
import type { SettingsState } from '../controls/use-settings.ts';

export interface WelcomePage {
  state: SettingsState;
  view: SettingsView;
  choices: Choices;
  client: WorkerClient;
  tools: PageTools;
  places: readonly PlaceOption[];
  words: Words<'welcome'>;
  controls: Words<'controls'>;
  /** Told whether a PIN is typed but not set; while it is, the page stays on the step. */
  onPinTyping: (typed: boolean) => void;
}

export interface StepProps {
  page: WelcomePage;
}
