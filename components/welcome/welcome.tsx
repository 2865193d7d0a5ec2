/** The welcome page: three short steps, then private windows, a demonstration, and what the product cannot do. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkerClient } from '../../utils/messages/answers.ts';
import { displayedChoices } from '../../utils/settings/displayed-choices.ts';
import type { PageTools, PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Words } from '../../utils/words/load.ts';
import { PinDialog } from '../controls/pin-dialog.tsx';
import { SavedBar } from '../controls/saved-bar.tsx';
import { useSettings } from '../controls/use-settings.ts';
import { Waiting } from '../controls/waiting.tsx';
import { Brand } from '../icon/brand.tsx';
import { Drawing } from './drawing.tsx';
import { Ready } from './ready.tsx';
import { StepFirm } from './step-firm.tsx';
import { StepWhere } from './step-where.tsx';
import { StepWho } from './step-who.tsx';
import type { WelcomePage } from './welcome-page.ts';

interface Props {
  client: WorkerClient;
  tools: PageTools;
  places: readonly PlaceOption[];
  words: Words<'welcome'>;
  controls: Words<'controls'>;
}

const STEPS = [StepWho, StepWhere, StepFirm] as const;
const READY = STEPS.length;

export function Welcome(props: Props) {
  const { words, controls, client } = props;
  const state = useSettings(client);
  const [at, setAt] = useState(0);
  const [pinTyped, setPinTyped] = useState(false);
  const [stopped, setStopped] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  // A new step begins at its heading, for the eye and for a screen reader; the first step begins at the top of the page.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [at]);

  const { view } = state;
  if (!view) return <Waiting unreachable={state.unreachable} words={controls} />;
  const page: WelcomePage = {
    ...props,
    state,
    view,
    choices: displayedChoices(view),
    onPinTyping: setPinTyped,
  };
  const go = (step: number) => {
    if (pinTyped) return setStopped(true);
    setStopped(false);
    state.hush();
    if (step === READY) client.ask('settings/welcomed', {}).catch(() => {});
    setAt(step);
  };
  const Step = STEPS[at];
  // The first step has the page's own heading above it; each later step fills the page.
  const Heading = at === 0 ? 'h2' : 'h1';
  const titles = [words('who'), words('where'), words('firm'), words('done')];
  return (
    <main class="welcome">
      {at === 0 && (
        <header>
          <Brand />
          <Drawing />
          <h1>{words('heading')}</h1>
          <p class="lead">{words('lead')}</p>
          <p>{words('nothing')}</p>
          {view.effective.managed && <p class="managed-note">{words('managedNote')}</p>}
        </header>
      )}
      {Step ? (
        <section class="step" aria-labelledby="step-heading">
          <p class="step-count">
            {words('step', { step: at + 1 })}
            <span class="step-bars" aria-hidden="true">
              {STEPS.map((_, step) => (
                <span key={step} data-reached={step <= at} />
              ))}
            </span>
          </p>
          <Heading id="step-heading" ref={heading} tabIndex={-1}>
            {titles[at]}
          </Heading>
          <Step page={page} />
          <p class="problem" role="alert">
            {stopped && pinTyped ? words('pinNotSet') : ''}
          </p>
          <div class="actions">
            <button type="button" class="button primary" onClick={() => go(at + 1)}>
              {words(at + 1 === READY ? 'finish' : 'next')}
            </button>
            {at > 0 && (
              <button type="button" class="button" onClick={() => go(at - 1)}>
                {words('back')}
              </button>
            )}
            {at === 0 && (
              <button type="button" class="button-text" onClick={() => go(READY)}>
                {words('skip')}
              </button>
            )}
            <SavedBar state={state} words={controls} />
          </div>
        </section>
      ) : (
        <section class="step" aria-labelledby="step-heading">
          <Brand />
          <h1 id="step-heading" ref={heading} tabIndex={-1}>
            {titles[READY]}
          </h1>
          <Ready page={page} />
          {/* What was typed last is saved when the focus leaves it for "Finish", and that may fail. */}
          <SavedBar state={state} words={controls} />
        </section>
      )}
      <PinDialog prompt={state.prompt} words={controls} />
    </main>
  );
}
