/** Lists the errors that prevent the files, and the warnings, each with a link to its field. */
import { fieldId } from '../../utils/deploy/kit-fields.ts';
import type { Words } from '../../utils/words/load.ts';
import type { DescribedProblem, Kit } from './use-kit.ts';

export function ProblemList({ kit, words }: { kit: Kit; words: Words<'deploy-page'> }) {
  const errors = kit.problems.filter(({ severity }) => severity === 'error');
  const warnings = kit.problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <div class="problem">
          <p>{words('missing', { count: errors.length })}</p>
          <Items items={errors} />
        </div>
      )}
      {warnings.length > 0 && (
        <div class="know">
          <p>{words('warnings', { count: warnings.length })}</p>
          <Items items={warnings} />
        </div>
      )}
    </>
  );
}

function Items({ items }: { items: readonly DescribedProblem[] }) {
  return (
    <ul>
      {items.map(({ field, text }) => (
        <li key={`${field} ${text}`}>
          {field ? (
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                const control = document.getElementById(fieldId(field));
                if (!control) return;
                event.preventDefault();
                control.scrollIntoView({ block: 'center' });
                control.focus({ preventScroll: true });
              }}
            >
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  );
}
