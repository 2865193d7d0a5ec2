/** Says whether private windows are covered, and shows the steps in this browser: no extension can turn that on by itself. */
import type { Status } from '../../utils/messages/answers.ts';
import type { PageTools } from '../../utils/settings/page-tools.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  privateWindows: Status['privateWindows'];
  /** Whether an organization manages this browser. */
  managed: boolean;
  tools: PageTools;
  words: Words<'controls'>;
  onCheck: () => void;
}

const HEADINGS = {
  covered: 'privateCovered',
  'not-covered': 'privateNotCovered',
  unknown: 'privateUnknown',
} as const;

export function PrivateWindows({ privateWindows, managed, tools, words, onCheck }: Props) {
  const { kind, openOwnEntry } = tools;
  const notTheirs = managed && privateWindows === 'not-covered';
  return (
    <div class="private-windows" data-state={privateWindows}>
      <p role="status" class={privateWindows === 'covered' ? 'fine' : undefined}>
        {words(notTheirs ? 'privateManaged' : HEADINGS[privateWindows])}
      </p>
      {privateWindows !== 'covered' && (
        <>
          <ol>
            {([1, 2, 3] as const).map((step) => (
              <li key={step}>{words(`private-${kind}-${step}`)}</li>
            ))}
          </ol>
          <div class="actions">
            {openOwnEntry && (
              <button type="button" class="button" onClick={openOwnEntry}>
                {words('privateOpen')}
              </button>
            )}
            <button type="button" class="button" onClick={onCheck}>
              {words('privateCheck')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
