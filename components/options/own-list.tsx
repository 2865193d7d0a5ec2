/** The sections for the person's own sites: those to cover as well, and those to leave out. */
import { ManagedNote } from '../controls/managed-note.tsx';
import { LinesEditor } from './lines-editor.tsx';
import { isManaged, type SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function OwnList({ page }: SectionProps) {
  const { words, controls, choices, state, view } = page;
  const locked = isManaged(page, 'exemptions');
  return (
    <>
      <Section id="own" heading={words('own')}>
        <details class="syntax">
          <summary>{words('syntax')}</summary>
          <ul>
            {(['site', 'path', 'exact', 'comment'] as const).map((kind) => (
              <li key={kind}>{words(`syntax-${kind}`)}</li>
            ))}
          </ul>
        </details>
        <LinesEditor
          id="blocked"
          label={words('own')}
          hint={words('ownHint')}
          lines={choices.blockedPatterns}
          disabled={isManaged(page, 'blockedPatterns')}
          controls={controls}
          words={words}
          tried={{
            label: words('tryAddress'),
            hint: words('tryAddressHint'),
            match: (line) => words('tryMatch', { line }),
            noMatch: words('tryNoMatch'),
          }}
          onSave={(blockedPatterns) => state.save({ blockedPatterns })}
        />
      </Section>
      <Section id="exemptions" heading={words('exemptions')}>
        {locked && <ManagedNote effective={view.effective} words={controls} />}
        <LinesEditor
          id="exempt"
          label={words('exemptions')}
          hint={words('exemptionsHint')}
          lines={choices.exemptions}
          winning={choices.blockedPatterns}
          disabled={locked}
          controls={controls}
          words={words}
          tried={{
            label: words('tryExempt'),
            hint: words('tryExemptHint'),
            match: (line) => words('tryExemptMatch', { line }),
            noMatch: words('tryExemptNoMatch'),
          }}
          onSave={(exemptions) => state.save({ exemptions })}
        />
      </Section>
    </>
  );
}
