/** The options page: every setting on one page, in sections that one list links to. */
import { useEffect, useRef } from 'preact/hooks';
import type { WorkerClient } from '../../utils/messages/answers.ts';
import { displayedChoices } from '../../utils/settings/displayed-choices.ts';
import type { PageTools, PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Words } from '../../utils/words/load.ts';
import { PinDialog } from '../controls/pin-dialog.tsx';
import { SavedBar } from '../controls/saved-bar.tsx';
import { useSettings } from '../controls/use-settings.ts';
import { Waiting } from '../controls/waiting.tsx';
import { Brand } from '../icon/brand.tsx';
import { About } from './about.tsx';
import { Backup } from './backup.tsx';
import { CoolingOff, Waits } from './cooling-off.tsx';
import { ListParts } from './list-parts.tsx';
import { Messages } from './messages.tsx';
import type { OptionsPage } from './options-page.ts';
import { OwnList } from './own-list.tsx';
import { Pin } from './pin.tsx';
import { PlaceAndLanguage } from './place-and-language.tsx';
import { Protection } from './protection.tsx';
import { SectionNav } from './section-nav.tsx';
import { sectionGroups } from './sections.ts';
import { StatusSection } from './status.tsx';

interface Props {
  client: WorkerClient;
  tools: PageTools;
  places: readonly PlaceOption[];
  words: Words<'options'>;
  controls: Words<'controls'>;
  policyWords: Words<'policy'>;
  /** Whether it is a private window. */
  isPrivate: boolean;
  /** Called when another language is in force and the page must be shown again. */
  onLanguage?: () => void;
  /** The section to scroll to. It does not exist yet when the browser looks for the one in the address. */
  startAt?: string;
}

export function Options(props: Props) {
  const { words, controls } = props;
  const state = useSettings(props.client);
  const { view } = state;
  const language = view?.effective.language.value;
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current !== undefined && spoken.current !== language) props.onLanguage?.();
    spoken.current = language;
  }, [language]);
  const loaded = view !== null;
  useEffect(() => {
    if (loaded && props.startAt) document.getElementById(props.startAt)?.scrollIntoView();
  }, [loaded]);
  if (!view) return <Waiting unreachable={state.unreachable} words={controls} />;
  const page: OptionsPage = { ...props, state, view, choices: displayedChoices(view) };
  return (
    <div class="options">
      <header>
        <Brand />
        <h1>{words('title')}</h1>
        <p>{words('lead')}</p>
        {view.effective.managed && <p class="managed-note">{words('managedBanner')}</p>}
        {!view.effective.policyKnown && <p class="managed-note">{words('policyWait')}</p>}
        {state.unreachable && (
          <p class="problem" role="alert">
            {controls('noAnswer')}
          </p>
        )}
      </header>
      <SectionNav label={words('nav')} groups={sectionGroups(words)} />
      <main>
        <Waits page={page} />
        <Protection page={page} />
        <PlaceAndLanguage page={page} />
        <ListParts page={page} />
        <OwnList page={page} />
        <Messages page={page} />
        <Pin page={page} />
        <CoolingOff page={page} />
        <Backup page={page} />
        <StatusSection page={page} />
        <About page={page} />
      </main>
      <SavedBar state={state} words={controls} />
      <PinDialog prompt={state.prompt} words={controls} />
    </div>
  );
}
