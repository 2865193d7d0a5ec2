/** "What the law says here": citation, class, jail, fine, repeat, minors and the rest, with sources and dates. */
import type { LawInFull, LawSection } from '../../utils/notice/law-view.ts';
import type { Words } from '../../utils/words/load.ts';
import { Dialog } from '../dialog.tsx';
import '../style/dialog.css';
import './law-dialog.css';

interface Props {
  view: LawInFull;
  sources: string;
  words: Words<'notice'>;
  onClose: () => void;
}

export function LawDialog({ view, sources, words, onClose }: Props) {
  return (
    <Dialog
      title={`${view.title}: ${view.place}`}
      close={words('close')}
      leave={words('leave')}
      onClose={onClose}
    >
      {view.summary.map((sentence) => (
        <p key={sentence} class="law-summary">
          {sentence}
        </p>
      ))}
      {view.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <h3>{sources}</h3>
      <ul>
        {view.sources.map(({ title, url }) => (
          <li key={title}>
            {title}
            {url && <span class="law-url">{url}</span>}
          </li>
        ))}
      </ul>
      {view.remarks.map((remark) => (
        <p key={remark} class="law-remark">
          {remark}
        </p>
      ))}
      <p class="law-remark">{view.disclaimer}</p>
    </Dialog>
  );
}

function Section({ section }: { section: LawSection }) {
  return (
    <section>
      <h3>{section.heading}</h3>
      {section.offences.map(({ name, citation, rows }) => (
        <div key={`${name}${citation}`} class="law-offence">
          <h4>
            {name}
            {citation && <span class="law-citation">{citation}</span>}
          </h4>
          <dl>
            {rows.map(({ label, value }) => (
              <div key={label + value}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {section.points.length > 0 && (
        <dl>
          {section.points.map(({ label, value, citation }) => (
            <div key={label + value}>
              <dt>{label}</dt>
              <dd>
                {value} {citation && <span class="law-citation">{citation}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
