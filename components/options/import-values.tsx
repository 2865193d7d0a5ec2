/** Writes the values in the preview of an import as a person knows them: names of places, words for switches, the lines of a list. */
import { ownNames } from '../../utils/notice/language-names.ts';
import { BLANK_PAGE, type ChoiceKey, type Chosen } from '../../utils/settings/schema.ts';
import type { SurfaceKey } from '../../utils/words/surfaces.ts';
import type { OptionsPage } from './options-page.ts';

/** The most lines shown as added, and as removed; a file may contain thousands. */
const LINES_SHOWN = 20;

interface LinesProps {
  from: readonly string[];
  to: readonly string[];
  words: OptionsPage['words'];
}

/** A row below the list's own row, over the whole width: addresses are long, and a phone is narrow. */
export function LineChanges({ from, to, words }: LinesProps) {
  const without = (lines: readonly string[], others: readonly string[]) =>
    lines.filter((line) => line.trim() !== '' && !others.includes(line));
  const added = without(to, from);
  const removed = without(from, to);
  if (added.length + removed.length === 0) return null;
  return (
    <tr class="preview-lines">
      <td colSpan={3}>
        <LineList heading={words('linesAdded')} lines={added} words={words} />
        <LineList heading={words('linesRemoved')} lines={removed} words={words} />
      </td>
    </tr>
  );
}

function LineList({
  heading,
  lines,
  words,
}: Pick<LinesProps, 'words'> & { heading: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{heading}</p>
      <ul>
        {lines.slice(0, LINES_SHOWN).map((line, index) => (
          // The index is the key, because a file may contain a line twice.
          <li key={index}>
            <code dir="auto">{line}</code>
          </li>
        ))}
        {lines.length > LINES_SHOWN && <li>{words('linesMore', { count: lines.length - LINES_SHOWN })}</li>}
      </ul>
    </>
  );
}

/** @returns the page's text for one value of one choice. */
export function valueText(key: ChoiceKey, value: Chosen[ChoiceKey], page: OptionsPage): string {
  const { words, controls, places } = page;
  if (key === 'country') return value ? nameOf(String(value), places) : controls('countryGuess');
  if (key === 'region') {
    const regions = places.flatMap((place) => place.regions);
    return value ? nameOf(String(value), regions) : controls('regionNone');
  }
  if (key === 'neutralPage' && value === BLANK_PAGE) return words('leaveBlank');
  if (value === null || value === undefined || value === '') return words('valueNone');
  if (typeof value === 'boolean') return words(value ? 'valueOn' : 'valueOff');
  if (key === 'blockedPatterns' || key === 'exemptions')
    return words('valueLines', { count: (value as string[]).length });
  if (Array.isArray(value))
    return (
      value.map((tier) => words(`tier-${tier}` as SurfaceKey<'options'>)).join(', ') || words('valueNone')
    );
  if (key === 'language' && value !== 'auto') return ownNames([String(value)])[0] ?? String(value);
  if (key === 'mode' || key === 'audience' || key === 'language')
    return words(`${key}-${value}` as SurfaceKey<'options'>);
  if (key === 'promiseHours')
    return value === 0 ? words('promise-0') : words('promiseHours', { hours: Number(value) });
  return String(value);
}

/** @returns the name of a code; a code without a name here is shown as it is. */
function nameOf(wanted: string, named: readonly { code: string; name: string }[]): string {
  return named.find(({ code }) => code === wanted)?.name ?? wanted;
}
