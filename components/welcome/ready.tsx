/** The end of the welcome page: private windows, a demonstration, the product's limits, and how to make it harder to turn off. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../utils/messages/answers.ts';
import { CHECK_ADDRESS } from '../../utils/settings/page-tools.ts';
import { PrivateWindows } from '../controls/private-windows.tsx';
import { useRefreshOnReturn } from '../controls/use-refresh-on-return.ts';
import type { StepProps } from './welcome-page.ts';

export function Ready({ page }: StepProps) {
  const { words, controls, tools, client } = page;
  const [privateWindows, setPrivateWindows] = useState<Status['privateWindows'] | null>(null);
  const check = () => {
    client.ask('status/get', {}).then(
      (status) => setPrivateWindows(status.privateWindows),
      () => setPrivateWindows('unknown'),
    );
  };
  useEffect(check, []);
  useRefreshOnReturn(check);
  return (
    <>
      <p class="lead">{words('doneLead')}</p>
      <h2>{words('private')}</h2>
      {privateWindows ? (
        <PrivateWindows
          privateWindows={privateWindows}
          managed={page.view.effective.managed}
          tools={tools}
          words={controls}
          onCheck={check}
        />
      ) : (
        <p>{controls('loading')}</p>
      )}
      <h2>{words('try')}</h2>
      <p>{words('tryHint')}</p>
      <p>
        <code dir="ltr">{CHECK_ADDRESS}</code>
      </p>
      <button type="button" class="button primary" onClick={() => tools.open(CHECK_ADDRESS)}>
        {words('tryButton')}
      </button>
      <button type="button" class="button" onClick={() => tools.open('/preview.html')}>
        {words('preview')}
      </button>
      <h2>{words('limits')}</h2>
      <ul>
        {(['remove', 'other', 'new', 'history'] as const).map((limit) => (
          <li key={limit}>{words(`limit-${limit}`)}</li>
        ))}
      </ul>
      <h2>{words('hold')}</h2>
      <p>{words('holdHint')}</p>
      <button type="button" class="button" onClick={() => tools.open('/deploy.html')}>
        {words('holdLink')}
      </button>
      <div class="actions parting">
        <button type="button" class="button" onClick={() => tools.open('/options.html')}>
          {words('settings')}
        </button>
        <button type="button" class="button" onClick={tools.closePage}>
          {words('close')}
        </button>
      </div>
    </>
  );
}
