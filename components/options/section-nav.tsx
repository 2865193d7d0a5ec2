/** Shows the list of sections of a long page, in groups, and marks the section that is being read. */
import { type AnyIconName, PageIcon } from '../icon/page-icon.tsx';
import { useSectionInSight } from './use-section-in-sight.ts';

export interface NavSection {
  id: string;
  title: string;
  icon?: AnyIconName;
}

export interface NavGroup {
  /** What its sections have in common; absent if there is only one group. */
  title?: string;
  sections: readonly NavSection[];
}

export function SectionNav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  const { at, ask } = useSectionInSight(groups.flatMap(({ sections }) => sections.map(({ id }) => id)));
  return (
    <nav aria-label={label}>
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
