/** Shows the sheet for a lawyer, HR, a works council or a parent: everything the notice can say at this place, and lines to sign. */

import { ownNames } from '../../utils/notice/language-names.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { LawInFull } from '../../utils/notice/law-view.ts';
import { directionOf } from '../../utils/words/document-language.ts';
import { LawContent } from '../notice/law-content.tsx';
import { Approval } from './approval.tsx';
import { SheetHelp } from './sheet-help.tsx';
import { SheetAlways, SheetMessages } from './sheet-messages.tsx';
import { languageOf, type SheetProps } from './sheet-props.ts';

export function SignOffSheet(props: SheetProps) {
  const { sheet, words, own } = props;
  const ofNotice = languageOf(props);
  return (
    <article class="sheet" lang={own} dir={directionOf(own)}>
      <h3 class="sheet-title">Second Thought · {words('sheetTitle')}</h3>
      <Facts {...props} />
      <section>
        <h4>{words('always')}</h4>
        <SheetAlways {...props} />
      </section>
      <section>
        <h4>{words('messages')}</h4>
        <p>{words('messagesHint')}</p>
        <SheetMessages {...props} />
      </section>
      <section>
        <h4>{words('accents')}</h4>
        {sheet.accents.length === 0 && <p>{words('accentsNone')}</p>}
        <ul>
          {sheet.accents.map(({ text, from, until }) => {
            const days = { from: dateText(from, own), until: dateText(until, own) };
            return (
              <li key={from}>
                <strong>{words(from === until ? 'accentDay' : 'accentDays', days)}</strong> ·{' '}
                <span {...ofNotice}>{text}</span>
              </li>
            );
          })}
        </ul>
      </section>
      <section class="sheet-law">
        <h4>{words('law')}</h4>
        {sheet.offices.length === 0 && <LawOf law={sheet.law} level={5} {...props} />}
        {sheet.offices.length > 0 && <p>{words('officesHint')}</p>}
        {sheet.offices.map(({ place, law }) => (
          <section key={place} class="sheet-office">
            <h5 {...ofNotice}>{place}</h5>
            <LawOf law={law} level={6} {...props} />
          </section>
        ))}
      </section>
      <section>
        <h4>{words('help')}</h4>
        <p>{words('helpHint', { button: sheet.words.notice('help') })}</p>
        <SheetHelp {...props} />
      </section>
      <section>
        <h4>{words('keeps')}</h4>
        <p>{words('keepsText')}</p>
      </section>
      <Approval words={words} />
    </article>
  );
}

function LawOf({ law, level, ...props }: { law: LawInFull | null; level: 5 | 6 } & SheetProps) {
  const { words } = props;
  if (law) {
    return (
      <div {...languageOf(props)}>
        <LawContent view={law} unfolded level={level} />
      </div>
    );
  }
  return (
    <p>
      {words('lawNone')} {words('lawNoneWhy')}
    </p>
  );
}

function Facts({ sheet, snapshot, choice, version, words, own }: SheetProps) {
  const { effective } = snapshot;
  const facts = [
    [words('factPlace'), sheet.placeName ?? words('placeNone')],
    ...(sheet.offered === null ? [] : [[words('factOffices'), sheet.offered]]),
    [words('factReader'), words(`audience-${choice.audience}`)],
    [words('factMode'), words(`mode-${choice.mode}`)],
    [words('factLanguage'), ownNames([choice.language]).join()],
    [words('factDay'), dateText(choice.today, own)],
    [words('factVersion'), version],
    ...(effective.organization.name ? [[words('factOrganization'), effective.organization.name]] : []),
  ];
  return (
    <dl class="sheet-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
