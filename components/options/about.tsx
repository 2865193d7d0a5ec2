/** The section that says what the product is, what it records, and what it cannot do. */
import type { SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

export function About({ page }: SectionProps) {
  const { words, tools } = page;
  return (
    <Section id="about" heading={words('about')}>
      <p>{words('aboutWhat')}</p>
      <p>{words('aboutNothing')}</p>
      <h3>{words('aboutLimits')}</h3>
      <ul>
        {(['remove', 'other', 'new'] as const).map((limit) => (
          <li key={limit}>{words(`limit-${limit}`)}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" class="button" onClick={() => tools.open('/preview.html')}>
          {words('aboutPreview')}
        </button>
        <button type="button" class="button" onClick={() => tools.open('/deploy.html')}>
          {words('aboutDeploy')}
        </button>
        <button type="button" class="button" onClick={() => tools.open('/learn.html')}>
          {words('aboutLearn')}
        </button>
        <button type="button" class="button" onClick={() => tools.open('/welcome.html')}>
          {words('aboutWelcome')}
        </button>
      </div>
    </Section>
  );
}
