/** Shows "Get help": six topics, each with checked lines, their limits, and numbers as links. */
import { useState } from 'preact/hooks';
import { emergencyLink } from '../../utils/notice/contact-links.ts';
import { TOPICS, type Topic } from '../../utils/notice/help-kinds.ts';
import type { CountryHelp } from '../../utils/notice/help-types.ts';
import { dangerText, emergencyText, helpView } from '../../utils/notice/help-view.ts';
import { mainHelplineLinks } from '../../utils/notice/main-helpline.ts';
import type { Audience } from '../../utils/policy/modes.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { CautiousLink } from '../contact/cautious-link.tsx';
import { LinkedText } from '../contact/linked-text.tsx';
import { OtherLanguageNote } from '../controls/other-language-note.tsx';
import { takeFocus } from '../controls/take-focus.ts';
import { Dialog } from '../dialog.tsx';
import { Icon } from '../icon/icon.tsx';
import { HelpSentences } from './help-sentences.tsx';
import { HelplineCard } from './helpline-card.tsx';
import '../contact/contact.css';
import '../style/dialog.css';
import './help-dialog.css';

interface Props {
  help: CountryHelp;
  language: Language;
  audience: Audience;
  managed: boolean;
  placeName: string | null;
  leave: string;
  words: Words<'help'>;
  contact: Words<'contact'>;
  copy: (text: string) => Promise<void>;
  onClose: () => void;
}

/** The section of the learn page that says more about a topic. */
const LEARN: Partial<Record<Topic, 'think' | 'recognize' | 'parents'>> = {
  'wants-to-stop': 'think',
  'worried-about-someone': 'recognize',
  teen: 'parents',
};

export function HelpDialog(props: Props) {
  const { help, words, contact, leave, placeName, onClose } = props;
  const [topic, setTopic] = useState<Topic | null>(null);
  /** The topic that was left with "Back": its button gets the focus. */
  const [left, setLeft] = useState<Topic | null>(null);
  const back = () => {
    setLeft(topic);
    setTopic(null);
  };
  // An adult who sells sex sees support first and the emergency number last.
  const dangerLast = topic === 'sells-sex';
  // The sentences in other languages need a number to call.
  const main = mainHelplineLinks(help, contact).find(({ kind }) => kind === 'call');
  const numbers = emergencyText(help.emergency, words);
  const danger = numbers && (
    <p class="help-emergency">
      <LinkedText
        said={dangerText(words('emergency', { number: numbers }), help.emergencyNote)}
        links={help.emergency.map(({ number }) => emergencyLink(number, contact))}
      />
    </p>
  );
  return (
    <Dialog title={words('title')} close={words('close')} leave={leave} onClose={onClose}>
      {!dangerLast && danger}
      {topic ? (
        <TopicView {...props} topic={topic} onBack={back} />
      ) : (
        <>
          <p>{words('intro')}</p>
          <ul class="help-topics">
            {TOPICS.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  class="button"
                  {...(one === left && { ref: takeFocus })}
                  onClick={() => setTopic(one)}
                >
                  <Icon name={one} />
                  {words(`topic-${one}`)}
                </button>
              </li>
            ))}
          </ul>
          {main && <HelpSentences link={main} language={props.language} words={words} />}
        </>
      )}
      {dangerLast && danger}
      <p class="help-note">{placeName ? words('place', { place: placeName }) : words('placeUnknown')}</p>
      <Cautions {...props} />
    </Dialog>
  );
}

function TopicView({
  help,
  topic,
  language,
  words,
  contact,
  copy,
  onBack,
}: Props & { topic: Topic; onBack: () => void }) {
  const view = helpView(help, topic);
  const other = [...view.support, ...view.authorities].find((line) => line.language !== language)?.language;
  return (
    <>
      <button type="button" class="button" onClick={onBack} ref={takeFocus}>
        {words('back')}
      </button>
      <h3>{words(`topic-${topic}`)}</h3>
      <p>{words(`topic-${topic}-intro`)}</p>
      <p class="help-note">{contact('stays')}</p>
      {topic in LEARN && (
        <CautiousLink
          label={words(`learn-${topic as 'teen'}`)}
          url={`/learn.html#${LEARN[topic]}`}
          words={contact}
        />
      )}
      {other && (
        <OtherLanguageNote language={language} shown={other} say={(values) => words('notYet', values)} />
      )}
      {view.worldwideOnly && <p class="help-note">{words('worldwideOnly')}</p>}
      {view.support.map((line) => (
        <HelplineCard
          key={line.id}
          line={line}
          language={language}
          words={words}
          contact={contact}
          copy={copy}
        />
      ))}
      {view.authorities.length > 0 && (
        <>
          <h3>{words('authorities')}</h3>
          <p>{words('authoritiesNote')}</p>
          {view.authorities.map((line) => (
            <HelplineCard
              key={line.id}
              line={line}
              language={language}
              words={words}
              contact={contact}
              copy={copy}
            />
          ))}
        </>
      )}
    </>
  );
}

function Cautions({ words, managed, audience }: Props) {
  return (
    <>
      {(managed || audience === 'family') && (
        <p class="help-note">{words(audience === 'family' ? 'familyWarning' : 'managedWarning')}</p>
      )}
      <p class="help-note">{words('exitLimits')}</p>
    </>
  );
}
