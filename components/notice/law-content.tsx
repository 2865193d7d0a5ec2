/** Shows the law of a place as a plain table of facts, for the notice's dialog and for paper. */
import type { LawInFull, LawSection } from '../../utils/notice/law-view.ts';

interface Props {
  view: LawInFull;
  /** Whether the section with the sources is open, as on paper. */
  unfolded?: boolean;
  /** The level of its headings; offenses get the level below, if there is one. */
  level?: 3 | 5 | 6;
}

export function LawContent({ view, unfolded = false, level = 3 }: Props) {
  return (
    <>
      {view.summary.map((sentence) => (
        <p key={sentence} class="law-summary">
          {sentence}
        </p>
      ))}
      {view.sections.map((section) => (
        <Section key={section.id} section={section} level={level} />
      ))}
      {view.official && (
        <p>
          {view.official.label} {view.official.title}
          <span class="law-url">
            <bdi dir="ltr">{view.official.url}</bdi>
          </span>
        </p>
      )}
      {view.remarks.map((remark) => (
        <p key={remark} class="law-remark">
          {remark}
        </p>
      ))}
      <details class="law-read-in" open={unfolded}>
        <summary>{view.readIn.label}</summary>
        {view.readIn.remarks.map((remark) => (
          <p key={remark} class="law-remark">
            {remark}
          </p>
        ))}
        <ul>
          {view.readIn.sources.map(({ title, url }) => (
            <li key={title}>
              {title}
              {url && (
                <span class="law-url">
                  <bdi dir="ltr">{url}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Section({ section, level }: { section: LawSection; level: 3 | 5 | 6 }) {
  const Heading = `h${level}` as const;
  const Offence = level === 3 ? 'h4' : 'h6';
  return (
    <section>
      <Heading>{section.heading}</Heading>
      {section.offences.map(({ name, citation, rows }) => (
        <div key={`${name}${citation}`} class="law-offence">
          <Offence>
            {name}
            {citation && ' '}
            {citation && <Cited text={citation} />}
          </Offence>
          <dl>
            {rows.map(({ label, value, part }) => (
              <div key={label + value} data-part={part}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {section.points.length > 0 && (
        <dl>
          {section.points.map(({ label, value, part, citation }) => (
            <div key={label + value} data-part={part}>
              <dt>{label}</dt>
              <dd>
                {value} {citation && <Cited text={citation} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Shows a citation, with a no-break space that keeps a section sign on the line of its number. */
function Cited({ text }: { text: string }) {
  return <bdi class="law-citation">{text.replaceAll('§ ', '§\u00a0')}</bdi>;
}
