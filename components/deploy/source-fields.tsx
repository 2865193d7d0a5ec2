/** Fields that say where each browser gets its copy of the extension. */
import { CHANNELS } from '../../utils/deploy/channels.ts';
import { NO_SOURCE, type SourceDraft } from '../../utils/deploy/draft.ts';
import type { SurfaceKey } from '../../utils/words/surfaces.ts';
import { CheckRow } from '../controls/check-row.tsx';
import type { PartProps } from './deploy-page.ts';
import { Field } from './field.tsx';

export function SourceFields({ page }: PartProps) {
  const { draft, change, words } = page;
  return (
    <>
      <p>{words('copyHint')}</p>
      <Source
        page={page}
        name="chromium"
        source={draft.chromium}
        titles={['channel', 'extensionId', 'updateUrl']}
        onChange={(part) => change(({ chromium }) => ({ chromium: { ...chromium, ...part } }))}
      />
      <CheckRow
        id="edge-own"
        label={words('edgeOwn')}
        hint={words('edgeOwnHint')}
        checked={draft.edge !== null}
        onToggle={(on) => change(() => ({ edge: on ? { ...NO_SOURCE, channel: 'edgeAddons' } : null }))}
      />
      {draft.edge && (
        <Source
          page={page}
          name="edge"
          source={draft.edge}
          titles={['edgeChannel', 'edgeExtensionId', 'edgeUpdateUrl']}
          onChange={(part) => change(({ edge }) => ({ edge: { ...(edge ?? NO_SOURCE), ...part } }))}
        />
      )}
      <Field
        field="firefox.installUrl"
        label={words('installUrl')}
        hint={words('installUrlHint', { url: CHANNELS.firefox.installUrl })}
        problems={page.problemsOf('firefox.installUrl')}
      >
        {(control) => (
          <input
            {...control}
            type="url"
            autocomplete="off"
            value={draft.installUrl}
            onInput={({ currentTarget: { value } }) => change(() => ({ installUrl: value }))}
          />
        )}
      </Field>
    </>
  );
}

const CHOICES = ['selfHosted', 'chromeWebStore', 'edgeAddons'] as const;

interface SourceProps extends PartProps {
  name: 'chromium' | 'edge';
  source: SourceDraft;
  titles: readonly [SurfaceKey<'deploy-page'>, SurfaceKey<'deploy-page'>, SurfaceKey<'deploy-page'>];
  onChange: (part: Partial<SourceDraft>) => void;
}

function Source({ page, name, source, titles, onChange }: SourceProps) {
  const { words } = page;
  const known = CHOICES.find((one) => one === source.channel);
  const channel = known ? CHANNELS[known] : null;
  return (
    <>
      <Field field={`${name}.channel`} label={words(titles[0])} problems={page.problemsOf(`${name}.channel`)}>
        {(control) => (
          <select
            {...control}
            value={source.channel}
            onChange={(event) => onChange({ channel: event.currentTarget.value })}
          >
            {CHOICES.map((one) => (
              <option key={one} value={one}>
                {words(`channel-${one}`)}
              </option>
            ))}
            {!known && <option value={source.channel}>{source.channel}</option>}
          </select>
        )}
      </Field>
      <Field
        field={`${name}.id`}
        label={words(titles[1])}
        hint={channel?.id ? words('extensionIdHint', { id: channel.id }) : words('extensionIdNeeded')}
        problems={page.problemsOf(`${name}.id`)}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={source.id}
            onInput={(event) => onChange({ id: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        field={`${name}.updateUrl`}
        label={words(titles[2])}
        hint={
          channel?.updateUrl ? words('updateUrlStore', { url: channel.updateUrl }) : words('updateUrlHint')
        }
        problems={page.problemsOf(`${name}.updateUrl`)}
      >
        {(control) => (
          <input
            {...control}
            type="url"
            autocomplete="off"
            value={source.updateUrl}
            onInput={(event) => onChange({ updateUrl: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
