/** Shows the law of the place at a glance: one sentence and up to three cells. Rendered at build time and completed in the browser. */
import type { Cell, CellKind, LawGlance } from '../../utils/notice/glance.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { otherLanguage } from '../../utils/words/other-language.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/paths.ts';

interface Props {
  glance: LawGlance;
  /** The reader's language. */
  language: Language;
  words: Words<'notice'>;
  /** Opens the law in full at the cell's part; absent while it cannot be opened. */
  onCell?: (part: string) => void;
}

/** Both kinds of cells about a car have the same icon; every other kind has an icon of its own name. */
const iconOf = (kind: CellKind): IconName => (kind === 'car-taken' || kind === 'car-held' ? 'car' : kind);

export function LawAtAGlance({ glance, language, words, onCell }: Props) {
  const { sentence, figures, minors, cells } = glance;
  const other = otherLanguage(language, glance.language);
  const otherOfMinors = otherLanguage(language, glance.minorsLanguage);
  const first = sentence ?? minors;
  if (first === null) return null;
  return (
    <>
      <p class="notice-law" {...(sentence === null ? otherOfMinors : other)}>
        {first}
        {sentence !== null && figures && (
          <span class={cells.length > 0 ? 'law-figures said-in-cells' : 'law-figures'}> {figures}</span>
        )}
      </p>
      {cells.length > 0 && (
        <ul class="cells" {...other}>
          {cells.map((cell) => (
            <li key={cell.part}>
              <CellButton cell={cell} words={words} {...(onCell && { onCell })} />
            </li>
          ))}
        </ul>
      )}
      {sentence !== null && minors && (
        <p class="notice-minors" {...otherOfMinors}>
          {minors}
        </p>
      )}
    </>
  );
}

function CellButton({ cell, words, onCell }: { cell: Cell } & Pick<Props, 'words' | 'onCell'>) {
  const { kind, figure, label, part } = cell;
  return (
    <button
      type="button"
      class="cell"
      aria-label={words('cellOpens', { fact: `${figure} ${label}` })}
      onClick={() => onCell?.(part)}
    >
      <Icon name={iconOf(kind)} />
      <strong>{figure}</strong> <span>{label}</span>
    </button>
  );
}
