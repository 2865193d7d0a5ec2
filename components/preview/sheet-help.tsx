/** Lists on the sheet every helpline that "Get help" can show at this place, once each. */
import { MESSAGING } from '../../utils/notice/help-kinds.ts';
import { dangerText, type HelplineView } from '../../utils/notice/help-view.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { Words } from '../../utils/words/load.ts';
import { languageOf, type SheetProps } from './sheet-props.ts';

export function SheetHelp(props: SheetProps) {
  const { sheet, words, own } = props;
  const ofNotice = languageOf(props);
  const help = sheet.words.help;
  return (
    <>
      {sheet.emergency && (
        <p>{dangerText(words('emergency', { number: sheet.emergency }), sheet.emergencyNote)}</p>
      )}
      <table class="sheet-table sheet-help">
        <thead>
          <tr>
            <th scope="col">{words('line')}</th>
            <th scope="col">{words('reach')}</th>
            <th scope="col">{words('forWhom')}</th>
            <th scope="col">{words('limits')}</th>
            <th scope="col">{words('checked')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.helplines.map((line) => (
            <tr key={line.id}>
              <th scope="row" {...ofNotice}>
                {line.name}
                <span class="sheet-note">{line.about}</span>
              </th>
              <td {...ofNotice}>
                {reach(line, help).map((way) => (
                  <span class="sheet-way" key={way}>
                    {way}
                  </span>
                ))}
              </td>
              <td {...ofNotice}>{line.topics.map((topic) => help(`topic-${topic}`)).join(' · ')}</td>
              <td {...ofNotice}>
                {!line.confirmed && <strong>{help('notConfirmed')} </strong>}
                {line.limits}
              </td>
              <td class="sheet-date">{line.confirmed && dateText(line.checked, own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function reach(line: HelplineView, help: Words<'help'>): string[] {
  const { sms, phone, tty, chat, url, hours, languages } = line;
  const text =
    sms &&
    (sms.keyword
      ? help('textKeyword', { keyword: sms.keyword, number: sms.number })
      : `${help(MESSAGING[sms.kind].word)} ${sms.number}`);
  return [
    text,
    phone && `${help('call')} ${phone}`,
    tty && `${help('tty')} ${tty}`,
    chat && `${help('chat')} ${chat}`,
    url && url !== chat && url,
    hours,
    languages,
  ].filter((way) => typeof way === 'string' && way !== '') as string[];
}
