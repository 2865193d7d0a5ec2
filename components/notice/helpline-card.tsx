/** Shows one helpline: text before call, numbers as links with a copy button, web pages only after a warning about the history. */
import type { ComponentChildren } from 'preact';
import { callLink, textLink } from '../../utils/notice/contact-links.ts';
import { MESSAGING } from '../../utils/notice/help-kinds.ts';
import type { HelplineView } from '../../utils/notice/help-view.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import { LANGUAGE_SEPARATOR } from '../../utils/notice/main-helpline.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { otherLanguage } from '../../utils/words/other-language.ts';
import { CautiousLink } from '../contact/cautious-link.tsx';
import { ContactNumber } from '../contact/contact-number.tsx';

interface Props {
  line: HelplineView;
  language: Language;
  words: Words<'help'>;
  contact: Words<'contact'>;
  copy: (text: string) => Promise<void>;
}

export function HelplineCard({ line, language, words, contact, copy }: Props) {
  const call = callLink(line, contact);
  const text = textLink(line, contact);
  const spoken = otherLanguage(language, line.language);
  const said = { contact, copy: words('copy'), copied: `${words('copied')}. ${words('copyStays')}` };
  return (
    <article class="helpline" aria-label={line.name}>
      <h4>{line.name}</h4>
      <p {...spoken}>{line.about}</p>
      {!line.confirmed && <p class="help-warn">{words('notConfirmed')}</p>}
      {text && line.sms && (
        <Contact label={words(MESSAGING[line.sms.kind].word)}>
          <ContactNumber
            link={text}
            {...(line.sms.keyword && {
              said: words('textKeyword', { keyword: line.sms.keyword, number: line.sms.number }),
            })}
            words={said}
            copy={copy}
          />
        </Contact>
      )}
      {call && (
        <Contact label={words('call')}>
          <ContactNumber link={call} words={said} copy={copy} />
        </Contact>
      )}
      {line.tty && <Fact label={words('tty')} value={line.tty} />}
      {line.chat && <CautiousLink label={words('chat')} name={line.name} url={line.chat} words={contact} />}
      {line.url && line.url !== line.chat && (
        <CautiousLink label={words('website')} name={line.name} url={line.url} words={contact} />
      )}
      {line.hours ? (
        <Fact label={words('hours')} value={line.hours} spoken={spoken} />
      ) : (
        <Fact label={words('hours')} value={words('notKnown')} />
      )}
      {line.languages ? (
        <Fact
          label={words('languages')}
          value={[line.languages, line.languageNames.join(LANGUAGE_SEPARATOR)]
            .filter(Boolean)
            .join('\u00A0— ')}
          spoken={spoken}
        />
      ) : (
        <Fact label={words('languages')} value={words('notKnown')} />
      )}
      <Fact label={words('limits')} value={line.limits} spoken={spoken} />
      {line.confirmed && (
        <p class="help-note">{words('checked', { date: dateText(line.checked, language) })}</p>
      )}
    </article>
  );
}

function Fact({ label, value, spoken = {} }: { label: string; value: string; spoken?: object }) {
  return (
    <p class="helpline-fact">
      <span class="contact-label">{label}</span> <span {...spoken}>{value}</span>
    </p>
  );
}

function Contact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <p class="contact-row">
      <span class="contact-label">{label}</span> {children}
    </p>
  );
}
