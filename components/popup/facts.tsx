/** Shows the popup's few facts: the mode, this page, private windows, access, who decides, the list's date. */

import type { SettingsView, Status, TabStatus } from '../../utils/messages/answers.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import { daysBetween } from '../../utils/settings/days.ts';
import type { PageTools } from '../../utils/settings/page-tools.ts';
import { isolated } from '../../utils/words/isolated.ts';
import type { Words } from '../../utils/words/load.ts';
import { spokenLanguage } from '../../utils/words/spoken-language.ts';
import { MODE_ICONS } from '../icon/choice-icons.ts';
import { type AnyIconName, PageIcon } from '../icon/page-icon.tsx';

interface Props {
  status: Status;
  view: SettingsView;
  words: Words<'popup'>;
  tools: PageTools;
  isPrivate: boolean;
}

const PRIVATE = { covered: 'privateYes', 'not-covered': 'privateNo', unknown: 'privateUnknown' } as const;

export function Facts({ status, view, words, tools, isPrivate }: Props) {
  const { effective, choices } = view;
  const organization = effective.organization.name;
  const policy = organization ? words('decidesNamed', { organization }) : words('decidesPolicy');
  const notTheirs = status.managed && status.privateWindows === 'not-covered';
  const rows: [AnyIconName, string, string][] = [
    ['window', words('tab'), tabText(status.tab, words)],
    [
      'worried-about-someone',
      words('private'),
      words(notTheirs ? 'privateManaged' : PRIVATE[status.privateWindows]),
    ],
    ['world', words('access'), words(status.hostAccess ? 'accessYes' : 'accessNo')],
    ['decides', words('decides'), status.managed ? policy : words('decidesYou')],
    ['list', words('list'), dateText(status.listVersion, spokenLanguage(document))],
  ];
  // As in the settings, where only a personal notice has the field for it.
  const counts = !isPrivate && effective.audience.value === 'personal';
  const days = choices.daysSince !== null && counts ? daysBetween(choices.daysSince, tools.today()) : null;
  return (
    <>
      <p class="popup-mode">
        <PageIcon name={MODE_ICONS[effective.mode.value]} />
        {words(effective.mode.value === 'zero-tolerance' ? 'zeroTolerance' : 'educate')}
      </p>
      {days !== null && <p class="popup-days">{days === 0 ? words('today') : words('days', { days })}</p>}
      <dl class="rows">
        {rows.map(([icon, name, value]) => (
          <div key={name}>
            <dt>
              <PageIcon name={icon} />
              {name}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {status.privateWindows === 'not-covered' && !notTheirs && (
        <button type="button" class="button-text" onClick={() => tools.open('/options.html#status')}>
          {words('privateFix')}
        </button>
      )}
    </>
  );
}

function tabText(tab: TabStatus, words: Words<'popup'>): string {
  const foreign = (entry: string) => isolated(entry, spokenLanguage(document));
  if (tab.is === 'listed' || tab.is === 'passed')
    return words(`tab-${tab.is}`, { entry: foreign(tab.match.id) });
  if (tab.is === 'allowlisted')
    return words(tab.by === 'user' ? 'tab-exempt' : 'tab-exempt-policy', {
      entry: foreign(tab.pattern.text),
    });
  return words(`tab-${tab.is}`);
}
