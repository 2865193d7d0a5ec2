/** What every step of the welcome page is given. */
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
  /** A PIN is typed but not set: the step is not left before that is decided. */
  onPinTyping: (typed: boolean) => void;
}

export interface StepProps {
  page: WelcomePage;
}
