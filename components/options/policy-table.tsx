/** Shows administrators what arrived by policy, how it was interpreted, and what is in force. */
import { policyRows, unknownKeys } from '../../utils/policy/policy-rows.ts';
import type { SectionProps } from './options-page.ts';

export function PolicyTable({ page }: SectionProps) {
  const { words, policyWords, view } = page;
  const unknown = unknownKeys(view.effective);
  return (
    <details class="policy">
      <summary>{words('policyTable')}</summary>
      <p class="hint">{words(view.effective.policyKnown ? 'policyMissingHint' : 'policyNotKnown')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section class="policy-scroll" tabIndex={0} aria-label={words('policyTable')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('policyKey')}</th>
              <th scope="col">{words('policyArrived')}</th>
              <th scope="col">{words('policyInForce')}</th>
              <th scope="col">{words('policyFrom')}</th>
            </tr>
          </thead>
          <tbody>
            {policyRows(view.effective).map(({ key, arrived, value, from }) => (
              <tr key={key} data-arrived={arrived}>
                <th scope="row">
                  <code>{key}</code> <span class="hint">{policyWords(`${key}Title`)}</span>
                </th>
                <td>{words(`arrived-${arrived}`)}</td>
                <td class="policy-value">{value ?? words('policyNothing')}</td>
                <td>{value === null ? '' : words(`from-${from}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {unknown.length > 0 && <p class="problem">{words('policyUnknown', { keys: unknown.join(', ') })}</p>}
    </details>
  );
}
