/** One helpline: text before call, numbers as text with a copy button, links only after a word about the history. */
import { useState } from 'preact/hooks';
import type { HelplineView } from '../../utils/notice/help-view.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { Language } from '../../utils/policy/types.ts';
import type { Words } from '../../utils/words/load.ts';
import { CautiousLink } from './cautious-link.tsx';

interface Props {
  line: HelplineView;
  language: Language;
  words: Words<'help'>;
  copy: (text: string) => Promise<void>;
}

export function HelplineCard({ line, language, words, copy }: Props) {
  return (
    <article class="helpline" aria-label={line.name}>
      <h4>{line.name}</h4>
      <p>{line.about}</p>
      {!line.confirmed && <p class="help-warn">{words('notConfirmed')}</p>}
      {line.sms && (
        <Contact
          label={words(line.sms.kind === 'whatsapp' ? 'whatsapp' : 'text')}
          value={line.sms.number}
          shown={
            line.sms.keyword
              ? words('textKeyword', { keyword: line.sms.keyword, number: line.sms.number })
              : line.sms.number
          }
          words={words}
          copy={copy}
        />
      )}
      {line.phone && (
        <Contact label={words('call')} value={line.phone} shown={line.phone} words={words} copy={copy} />
      )}
      {line.tty && <Fact label={words('tty')} value={line.tty} />}
      {line.chat && <CautiousLink label={words('chat')} url={line.chat} words={words} />}
      {line.url && line.url !== line.chat && (
        <CautiousLink label={words('website')} url={line.url} words={words} />
      )}
      {line.hours && <Fact label={words('hours')} value={line.hours} />}
      {line.languages && (
        <Fact
          label={words('languages')}
          value={[line.languages, line.languageNames.join(' · ')].filter(Boolean).join(' — ')}
        />
      )}
      <Fact label={words('limits')} value={line.limits} />
      {line.confirmed && (
        <p class="help-note">{words('checked', { date: dateText(line.checked, language) })}</p>
      )}
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <p class="helpline-fact">
      <span class="helpline-label">{label}</span> {value}
    </p>
  );
}

interface ContactProps {
  label: string;
  value: string;
  shown: string;
  words: Words<'help'>;
  copy: (text: string) => Promise<void>;
}

function Contact({ label, value, shown, words, copy }: ContactProps) {
  const [copied, setCopied] = useState(false);
  return (
    <p class="helpline-contact">
      <span class="helpline-label">{label}</span> <strong dir="ltr">{shown}</strong>
      <button
        type="button"
        class="button-text"
        aria-label={`${words('copy')}: ${value}`}
        onClick={() => copy(value).then(() => setCopied(true))}
      >
        {words('copy')}
      </button>
      <span role="status" class="help-note">
        {copied ? `${words('copied')}. ${words('copyStays')}` : ''}
      </span>
    </p>
  );
}
