/** Lists on the sheet the notice's words: what is always on the notice, and every message that can be chosen. */
import { dateText } from '../../utils/notice/law-amounts.ts';
import type { Citation, Message } from '../../utils/notice/types.ts';
import { WRITTEN } from '../../utils/notice/written-message.ts';
import { directionOf } from '../../utils/words/document-language.ts';
import type { Words } from '../../utils/words/load.ts';
import { languageOf, type SheetProps } from './sheet-props.ts';

export function SheetAlways(props: SheetProps) {
  const { sheet, snapshot, words, own } = props;
  const { effective } = snapshot;
  const { notice } = sheet.words;
  const { name, policyUrl, contact, assistanceName, assistancePhone, assistanceUrl } = effective.organization;
  const [way, wayOfSearch] = [notice('continue'), notice('searchAnyway')].map((button) =>
    effective.mode.value === 'zero-tolerance'
      ? words('wayNone')
      : words('wayEducate', { continue: button, seconds: effective.continueDelaySeconds.value }),
  ) as [string, string];
  const assistance = [assistanceName, assistancePhone].filter(Boolean).join(', ');
  const organization = [
    name && notice('installedBy', { organization: name }),
    effective.managed && effective.mode.value === 'zero-tolerance' && notice('zeroTolerance'),
    policyUrl && notice('organizationPolicy'),
    policyUrl,
    contact && notice('organizationContact', { contact }),
    assistance && notice('organizationAssistance', { assistance }),
    assistanceUrl,
  ].filter((line): line is string => typeof line === 'string' && line !== '');
  const why = effective.managed
    ? name
      ? notice('whyOrganization', { organization: name })
      : notice('whyOrganizationUnnamed')
    : notice('whySelf');
  const { logo } = effective.organization;
  const overSearch = [
    `${notice('looksLikeSearch')} ${notice('searchHelp')}`,
    wayOfSearch,
    notice('whySearches'),
    notice('whySearch'),
  ];
  const rows = [
    { label: words('alwaysHeadings'), lines: sheet.headlines },
    { label: words('alwaysButtons'), lines: [notice('leave'), notice('help'), way] },
    { label: words('alwaysHelp'), lines: [sheet.mainHelpline] },
    ...(organization.length > 0 ? [{ label: words('alwaysOrganization'), lines: organization }] : []),
    { label: words('alwaysWhy'), lines: [why, notice('whyNothing')] },
    ...(effective.recognizeSearches.value ? [{ label: words('overSearch'), lines: overSearch }] : []),
  ];
  return (
    <dl class="sheet-rows">
      {logo && (
        <div>
          <dt>{words('alwaysLogo')}</dt>
          <dd>
            <img class="sheet-logo" src={logo} alt="" />
          </dd>
        </div>
      )}
      {rows.map(({ label, lines }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd {...languageOf(props)}>
            {lines.map((line) => (
              <span
                class="sheet-way"
                key={line}
                {...((line === way || line === wayOfSearch) && { lang: own, dir: directionOf(own) })}
              >
                {line}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function SheetMessages(props: SheetProps) {
  const { sheet, words, own } = props;
  return (
    <table class="sheet-table sheet-messages">
      <thead>
        <tr>
          <th scope="col">{words('message')}</th>
          <th scope="col">{words('source')}</th>
          <th scope="col">{words('checked')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.messages.map((message) => (
          <tr key={message.id}>
            <td {...languageOf(props)}>{message.text}</td>
            <td>{message.citation ? <Source citation={message.citation} /> : without(message, words)}</td>
            <td class="sheet-date">{message.citation && dateText(message.citation.checked, own)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Source({ citation: { title, publisher, url } }: { citation: Citation }) {
  return (
    <>
      {[title, publisher].filter(Boolean).join('. ')}
      {url && <span class="sheet-url">{url}</span>}
    </>
  );
}

function without({ id }: Message, words: Words<'preview'>): string {
  return words((Object.values(WRITTEN) as string[]).includes(id) ? 'sourceOwn' : 'sourceNone');
}
