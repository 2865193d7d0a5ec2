/** The section that shows what works, what does not, and what is wrong with a policy. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../utils/messages/answers.ts';
import { dateText } from '../../utils/notice/law-amounts.ts';
import { CHECK_ADDRESS } from '../../utils/settings/page-tools.ts';
import { spokenLanguage } from '../../utils/words/spoken-language.ts';
import { PrivateWindows } from '../controls/private-windows.tsx';
import { useRefreshOnReturn } from '../controls/use-refresh-on-return.ts';
import type { OptionsPage, SectionProps } from './options-page.ts';
import { PolicyIssues, policyRow } from './policy-status.tsx';
import { PolicyTable } from './policy-table.tsx';
import { Section } from './section.tsx';

export function StatusSection({ page }: SectionProps) {
  const { words, client, tools, view, state } = page;
  // Undefined until the worker answers; null if it does not.
  const [status, setStatus] = useState<Status | null | undefined>(undefined);
  const look = () => {
    client.ask('status/get', {}).then(setStatus, () => setStatus(null));
    void state.reload();
  };
  useEffect(look, []);
  useRefreshOnReturn(look);
  return (
    <Section id="status" heading={words('status')}>
      <Problems page={page} status={status} />
      <Recovered page={page} />
      {status && (
        <>
          <dl class="rows">
            {rowsOf(status, page).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {status.rules.notApplied.length > 0 && (
            <p class="problem">
              {words('rulesNot', { entries: status.rules.notApplied.slice(0, 50).join(', ') })}
            </p>
          )}
          {status.rules.ownLines.length > 0 && (
            <p class="problem">
              {words('ownLinesNot', { lines: status.rules.ownLines.slice(0, 50).join(', ') })}
            </p>
          )}
          <PrivateWindows
            privateWindows={status.privateWindows}
            managed={status.managed}
            tools={tools}
            words={page.controls}
            onCheck={look}
          />
        </>
      )}
      <PolicyIssues page={page} />
      {view.effective.managed && <PolicyTable page={page} />}
      <div class="actions">
        <button type="button" class="button" onClick={look}>
          {words('statusAgain')}
        </button>
        <button type="button" class="button" onClick={() => tools.open(CHECK_ADDRESS)}>
          {words('statusTest')}
        </button>
      </div>
      <p class="hint">{words('statusTestHint')}</p>
    </Section>
  );
}

function Problems({ page, status }: SectionProps & { status: Status | null | undefined }) {
  const { words } = page;
  if (status === undefined) return <p role="status">{page.controls('loading')}</p>;
  const problems = status ? status.problems : (['worker'] as const);
  return (
    <div role="status">
      {problems.length === 0 && <p class="fine">{words('statusOk')}</p>}
      {problems.map((problem) => (
        <p class="problem" key={problem}>
          {words(`problem-${problem}`)}
        </p>
      ))}
    </div>
  );
}

function Recovered({ page }: SectionProps) {
  const { words, view, client, state } = page;
  if (!view.recovered) return null;
  const { did, dropped } = view.recovered;
  const seen = () =>
    state.run(async () => {
      const { view } = await client.ask('settings/acknowledge', {});
      return { outcome: { is: 'acknowledged' }, view };
    }, 'acknowledge');
  return (
    <div class="problem">
      <p>{words(`recovered-${did}`, { fields: dropped.join(', ') })}</p>
      <button type="button" class="button" onClick={seen}>
        {words('recoveredSeen')}
      </button>
    </div>
  );
}

const PRIVATE = { covered: 'privateYes', 'not-covered': 'privateNo', unknown: 'privateUnknown' } as const;

function rowsOf(status: Status, page: OptionsPage): [string, string][] {
  const { words, view } = page;
  const { name } = view.effective.organization;
  const notTheirs = status.managed && status.privateWindows === 'not-covered';
  const policy = name ? words('decidesNamed', { organization: name }) : words('decidesPolicy');
  return [
    [words('row-access'), words(status.hostAccess ? 'accessYes' : 'accessNo')],
    [words('row-private'), words(notTheirs ? 'privateManaged' : PRIVATE[status.privateWindows])],
    [words('row-decides'), status.managed ? policy : words('decidesYou')],
    [words('row-policy'), policyRow(status, page)],
    [words('row-list'), dateText(status.listVersion, spokenLanguage(document))],
    [words('row-rules'), words('rulesHeld', { held: status.rules.held, wanted: status.rules.wanted })],
    [words('row-version'), status.extensionVersion],
  ];
}
