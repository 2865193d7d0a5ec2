/** Shows what an import would change, in words, and whether it loosens the protection. */
import { Fragment } from 'preact';
import type { PreviewOutcome } from '../../utils/messages/answers.ts';
import { SETTINGS } from '../../utils/policy/setting-descriptions.ts';
import type { ChoiceKey } from '../../utils/settings/schema.ts';
import { takeFocus } from '../controls/take-focus.ts';
import { LineChanges, valueText } from './import-values.tsx';
import type { OptionsPage } from './options-page.ts';

interface Props {
  page: OptionsPage;
  preview: PreviewOutcome;
  onApply: () => void;
  onCancel: () => void;
}

export function ImportPreview({ page, preview, onApply, onCancel }: Props) {
  const { words, controls } = page;
  if (!preview.ok) {
    return (
      <p class="problem" role="alert">
        {words(`file-${preview.problem}`)}
      </p>
    );
  }
  const { differences, loosens, keptByPolicy, dropped } = preview;
  const names = (keys: readonly ChoiceKey[]) => keys.map((key) => nameOf(key, page)).join(', ');
  return (
    <section class="preview" aria-labelledby="preview-heading">
      {/* The preview comes after the browser's own dialog, and a screen reader reads of it only what has the focus. */}
      <h3 id="preview-heading" tabIndex={-1} ref={takeFocus}>
        {words('previewHeading')}
      </h3>
      {differences.length === 0 ? (
        <p>{words('previewNothing')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words('previewSetting')}</th>
              <th scope="col">{words('previewNow')}</th>
              <th scope="col">{words('previewThen')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ key, from, to }) => (
              <Fragment key={key}>
                <tr>
                  <th scope="row">{nameOf(key, page)}</th>
                  <td>{valueText(key, from, page)}</td>
                  <td>{valueText(key, to, page)}</td>
                </tr>
                {(key === 'blockedPatterns' || key === 'exemptions') && (
                  <LineChanges from={from as string[]} to={to as string[]} words={words} />
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {loosens.length > 0 && (
        <div class="problem">
          <p>{words('previewLoosens')}</p>
          <ul>
            {loosens.map(({ why }) => (
              <li key={why}>{controls(`loosens-${why}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {loosens.length === 0 && differences.length > 0 && <p>{words('previewTightens')}</p>}
      {keptByPolicy.length > 0 && <p>{words('previewKept', { keys: names(keptByPolicy) })}</p>}
      {dropped.length > 0 && <p>{words('previewDropped', { keys: dropped.join(', ') })}</p>}
      <div class="actions">
        {differences.length > 0 && (
          <button type="button" class="button primary" onClick={onApply}>
            {words('previewApply')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {controls('cancel')}
        </button>
      </div>
    </section>
  );
}

function nameOf(key: ChoiceKey, { words, controls }: OptionsPage): string {
  const { name } = SETTINGS[key];
  return name === 'country' || name === 'region' ? controls(name) : words(name);
}
