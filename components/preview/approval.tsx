/** The part of the sheet on which people who approve the notice decide, comment and sign, on paper. */
import type { Words } from '../../utils/words/load.ts';

/** The usual number of people who sign: a lawyer, HR, the works council; or two parents. */
const SIGNERS = 3;

export function Approval({ words }: { words: Words<'preview'> }) {
  return (
    <section class="approval">
      <h4>{words('approval')}</h4>
      <ul class="boxes">
        {(['approved', 'approvedIf', 'notApproved'] as const).map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ul>
      <p>{words('remarks')}</p>
      <div class="lines" aria-hidden="true" />
      <div class="lines" aria-hidden="true" />
      {Array.from({ length: SIGNERS }, (_, index) => (
        <dl class="signer" key={String(index)}>
          {(['name', 'role', 'date', 'signature'] as const).map((key) => (
            <div key={key}>
              <dt>{words(key)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      ))}
      <p class="sheet-note">{words('approvalHint')}</p>
    </section>
  );
}
