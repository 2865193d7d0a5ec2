/** Shows helplines in a section's slot: numbers are links, and web pages open only after a warning about the browser's history. */

import type { HelpTopic } from '../../utils/learn/types.ts';
import { callLink, emergencyLink, textLink } from '../../utils/notice/contact-links.ts';
import type { TextNumber } from '../../utils/notice/help-types.ts';
import { dangerText, emergencyText, type HelplineView, type HelpView } from '../../utils/notice/help-view.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { Words } from '../../utils/words/load.ts';
import { CautiousLink } from '../contact/cautious-link.tsx';
import { ContactNumber } from '../contact/contact-number.tsx';
import { LinkedText } from '../contact/linked-text.tsx';
import { copyText } from '../controls/copy-text.ts';
import { CountryChoice } from './country-choice.tsx';
import type { Tools } from './tools.ts';

const HEADINGS = {
  'forced-or-controlled': 'help-controlled',
  teen: 'help-teen',
  'wants-to-stop': 'help-stop',
  'worried-about-someone': 'help-worried',
  crisis: 'help-crisis',
} as const;

interface Props {
  topics: readonly HelpTopic[];
  limit: number;
  tools: Tools;
}

export function HelpLines({ topics, limit, tools }: Props) {
  const { help, page } = tools;
  if (!help) return null;
  const views = eachOnce(topics.map((topic) => ({ topic, view: help.view(topic) })));
  const danger = views.find(({ view }) => view && view.emergency.length > 0)?.view;
  const numbers = danger && emergencyText(danger.emergency, page);
  return (
    <aside class="help" aria-label={page('help-heading')}>
      <div class="help-head">
        {danger && numbers && (
          <p class="emergency">
            <LinkedText
              said={dangerText(page('help-emergency', { number: numbers }), danger.emergencyNote)}
              links={danger.emergency.map(({ number }) => emergencyLink(number, tools.contact))}
            />
          </p>
        )}
        <CountryChoice help={help} language={tools.language} page={page} />
      </div>
      {views.map(({ topic, view }) => (
        <div key={topic}>
          <h3>{page(HEADINGS[topic])}</h3>
          {view && <Lines view={view} limit={limit} tools={tools} />}
        </div>
      ))}
      <p class="note screen-only">{page('help-history')}</p>
    </aside>
  );
}

interface TopicView {
  topic: HelpTopic;
  view: HelpView | null;
}

/** Lists a helpline that serves two topics of one slot only under the first. */
function eachOnce(views: readonly TopicView[]): TopicView[] {
  const shown = new Set<string>();
  const fresh = (lines: readonly HelplineView[]) => lines.filter(({ id }) => !shown.has(id) && shown.add(id));
  return views.map(({ topic, view }) => ({
    topic,
    view: view && { ...view, support: fresh(view.support), authorities: fresh(view.authorities) },
  }));
}

function Lines({ view, limit, tools }: { view: HelpView; limit: number; tools: Tools }) {
  const { page } = tools;
  const support = view.support.slice(0, limit);
  const authorities = view.authorities.slice(0, limit);
  if (support.length + authorities.length === 0) return <p>{page('help-none')}</p>;
  return (
    <>
      {support.length > 0 && <LineList lines={support} tools={tools} />}
      {authorities.length > 0 && (
        <>
          <p class="apart">{page('help-authorities')}</p>
          <LineList lines={authorities} tools={tools} />
        </>
      )}
    </>
  );
}

function LineList({ lines, tools }: { lines: readonly HelplineView[]; tools: Tools }) {
  const { page, language } = tools;
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.id}>
          <strong>{line.name}</strong>
          <span class="small">{line.about}</span>
          <Ways line={line} tools={tools} />
          <span class="small">
            {line.hours && `${page('help-hours', { hours: line.hours })}. `}
            {line.confirmed
              ? page('help-checked', { date: dateText(line.checked, language) })
              : page('help-unconfirmed')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The ways to reach a helpline: text before call, then web pages, which open only after a warning about the browser's history. */
function Ways({ line, tools: { page, contact } }: { line: HelplineView; tools: Tools }) {
  const text = textLink(line, contact);
  const call = callLink(line, contact);
  const said = { contact, copy: contact('copy'), copied: page('copied'), notCopied: page('copy-failed') };
  return (
    <>
      {text && line.sms && (
        <span class="ways">
          <ContactNumber link={text} said={textSentence(line.sms, page)} words={said} copy={copyText} />
        </span>
      )}
      {call && (
        <span class="ways">
          <ContactNumber
            link={call}
            said={page('help-call', { number: call.number })}
            words={said}
            copy={copyText}
          />
        </span>
      )}
      {line.chat && (
        <CautiousLink label={page('help-chat')} name={line.name} url={line.chat} words={contact} />
      )}
      {line.url && line.url !== line.chat && (
        <CautiousLink label={page('help-website')} name={line.name} url={line.url} words={contact} />
      )}
    </>
  );
}

function textSentence({ kind, keyword: word, number }: TextNumber, page: Words<'learn'>): string {
  switch (kind) {
    case 'whatsapp':
      return page('help-whatsapp', { number });
    case 'sms':
      return word ? page('help-text-word', { word, number }) : page('help-text', { number });
  }
}
