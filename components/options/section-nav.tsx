/** The list of sections beside a long page: in groups, always in sight, and it shows where one is. */
import { useEffect, useRef } from 'preact/hooks';
import { type AnyIconName, PageIcon } from '../icon/page-icon.tsx';
import { useSectionInSight } from './use-section-in-sight.ts';

export interface NavSection {
  id: string;
  title: string;
  icon?: AnyIconName;
}

export interface NavGroup {
  /** What its sections have in common; none where all are one group. */
  title?: string;
  sections: readonly NavSection[];
}

export function SectionNav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  const nav = useRef<HTMLElement>(null);
  const { at, ask } = useSectionInSight(groups.flatMap(({ sections }) => sections.map(({ id }) => id)));
  // In a narrow window the list is one row that scrolls sideways: the place in it stays in sight.
  useEffect(() => {
    const row = nav.current;
    const here = row?.querySelector('[aria-current]')?.getBoundingClientRect();
    const frame = row?.getBoundingClientRect();
    if (!row || !here || !frame || row.scrollWidth <= row.clientWidth) return;
    row.scrollLeft += (here.left + here.right - frame.left - frame.right) / 2;
  }, [at]);
  return (
    <nav aria-label={label} ref={nav}>
      {groups.map(({ title, sections }) => (
        <div key={title} class="nav-group">
          {title && <p>{title}</p>}
          <ul>
            {sections.map(({ id, title: name, icon }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  {...(id === at && { 'aria-current': 'location' as const })}
                  onClick={() => ask(id)}
                >
                  {icon && <PageIcon name={icon} />}
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
