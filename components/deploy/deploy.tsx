/** The deploy page: a form, and the files that are made from it on this device. */
import { useState } from 'preact/hooks';
import { configOfDraft, type Draft, newDraft } from '../../utils/deploy/draft.ts';
import { formModel } from '../../utils/policy/form-model.ts';
import type { Group } from '../../utils/policy/schema.ts';
import { previewAddress } from '../../utils/preview/policy-preview.ts';
import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { useUnsaved } from '../controls/use-unsaved.ts';
import { Brand } from '../icon/brand.tsx';
import type { AnyIconName } from '../icon/page-icon.tsx';
import { Section } from '../options/section.tsx';
import { type NavSection, SectionNav } from '../options/section-nav.tsx';
import { ConfigurationFile } from './configuration-file.tsx';
import type { DeployPage } from './deploy-page.ts';
import { Files, type Save } from './files.tsx';
import { Platforms } from './platforms.tsx';
import { PolicyField } from './policy-field.tsx';
import { RelatedPolicyFields } from './related-policy-fields.tsx';
import { SourceFields } from './source-fields.tsx';
import { type KitTexts, useKit } from './use-kit.ts';

interface Props extends KitTexts {
  language: Language;
  places: readonly PlaceOption[];
  controls: Words<'controls'>;
  save: Save;
}

const MODEL = formModel();

const GROUP_ICONS: Readonly<Record<Group, AnyIconName>> = {
  firmness: 'stop',
  organization: 'work',
  notice: 'text',
  list: 'list',
  campaign: 'clock',
};

export function Deploy(props: Props) {
  const { language, places, words, kitWords, policyWords, controls, save } = props;
  const [draft, setDraft] = useState<Draft>(() => newDraft(language));
  const [kept, setKept] = useState(draft);
  const kit = useKit(draft, props);
  useUnsaved(draft !== kept);

  const page: DeployPage = {
    draft,
    change: (changes) => setDraft((before) => ({ ...before, ...changes(before) })),
    problemsOf: kit.problemsOf,
    places,
    words,
    kitWords,
    policyWords,
    controls,
  };
  const errors = kit.problems.filter(({ severity }) => severity === 'error').length;
  const sections: NavSection[] = [
    { id: 'begin', title: words('begin'), icon: 'open' },
    { id: 'where', title: words('where'), icon: 'window' },
    { id: 'copy', title: words('copy'), icon: 'world' },
    { id: 'companions', title: words('companions'), icon: 'forced-or-controlled' },
    ...MODEL.map(({ group, titleKey }) => ({
      id: group,
      title: policyWords(titleKey),
      icon: GROUP_ICONS[group],
    })),
    { id: 'files', title: words('files'), icon: 'keep' },
  ];
  const config = () => configOfDraft(draft);
  return (
    <div class="options deploy">
      <header>
        <Brand />
        <h1>{words('title')}</h1>
        <p>{words('lead')}</p>
      </header>
      <SectionNav label={words('nav')} groups={[{ sections }]} />
      <main>
        <Section id="begin" heading={words('begin')}>
          <ConfigurationFile
            page={page}
            language={language}
            config={config}
            save={save}
            onOpen={setDraft}
            onSaved={() => setKept(draft)}
          />
        </Section>
        <Section id="where" heading={words('where')}>
          <Platforms page={page} />
        </Section>
        <Section id="copy" heading={words('copy')}>
          <SourceFields page={page} />
        </Section>
        <Section id="companions" heading={words('companions')}>
          <RelatedPolicyFields page={page} />
        </Section>
        {MODEL.map(({ group, titleKey, fields }) => (
          <Section key={group} id={group} heading={policyWords(titleKey)}>
            {fields.map((field) => (
              <PolicyField key={field.key} page={page} field={field} />
            ))}
          </Section>
        ))}
        <Section id="files" heading={words('files')}>
          <Files kit={kit} words={words} save={save} />
        </Section>
      </main>
      <section class="deploy-bar" aria-label={words('bar')}>
        <p role="status">
          {words(errors > 0 ? 'missing' : 'made', { count: errors > 0 ? errors : kit.files.length })}
        </p>
        <div class="actions">
          <a class="button" href="#files">
            {words('goToFiles')}
          </a>
          <a
            class="button"
            href={previewAddress((config() as { policy: Record<string, unknown> }).policy)}
            target="_blank"
            rel="noopener"
            title={words('previewHint')}
          >
            {words('preview')}
          </a>
        </div>
      </section>
    </div>
  );
}
