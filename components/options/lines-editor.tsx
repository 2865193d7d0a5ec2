/** Lets a person edit a list of patterns as lines of text: shows errors by line, and whether a line matches a typed address. */
import { useState } from 'preact/hooks';
import { parseAddress } from '../../utils/pattern/address.ts';
import { type LineProblem, parseCustomPatterns } from '../../utils/pattern/custom-pattern.ts';
import { linesWithoutEffect } from '../../utils/pattern/lines-without-effect.ts';
import { matchCustom } from '../../utils/pattern/match.ts';
import { LINE_LONGEST, LINES_MOST } from '../../utils/settings/schema.ts';
import type { Words } from '../../utils/words/load.ts';
import { ChangedElsewhere } from '../controls/changed-elsewhere.tsx';
import { useDraft } from '../controls/use-draft.ts';
import { useUnsaved } from '../controls/use-unsaved.ts';

interface Props {
  id: string;
  label: string;
  hint: string;
  lines: readonly string[];
  disabled?: boolean;
  controls: Words<'controls'>;
  words: Words<'options'>;
  /** Lines of the other list that take precedence: the editor names lines of this list that have no effect because of them. */
  winning?: readonly string[];
  /** The words for the test of an address: a line of one list covers it, a line of the other list leaves it open. */
  tried: TryWords;
  /** May return the request, so that the field shows what is in force once it has ended. */
  onSave: (lines: string[]) => unknown;
}

interface TryWords {
  label: string;
  hint: string;
  match: (line: string) => string;
  noMatch: string;
}

export function LinesEditor(props: Props) {
  const { id, label, hint, lines, disabled = false, controls, words, tried, winning = [], onSave } = props;
  const saved = lines.join('\n');
  const draft = useDraft(saved, disabled);
  const text = draft.value;
  useUnsaved(text !== saved);
  const typed = text.split('\n').map((line) => line.trimEnd());
  // Drops empty lines at the end; those in between belong to the person's own layout.
  const current = typed.slice(0, typed.findLastIndex((line) => line !== '') + 1);
  const tooMany = current.length > LINES_MOST;
  const { patterns, problems } = parseCustomPatterns(tooMany ? [] : current);
  const tooLong = tooMany ? [] : linesTooLong(current);
  const named = new Set(tooLong.map(({ line }) => line));
  const allProblems = [...tooLong, ...problems.filter(({ line }) => !named.has(line))];

  const submit = (event: Event) => {
    event.preventDefault();
    if (tooMany || tooLong.length > 0 || draft.elsewhere !== null) return;
    draft.send(current.join('\n'), onSave(current));
  };
  return (
    <>
      <form class="fields" onSubmit={submit}>
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
        <textarea
          id={id}
          rows={Math.min(16, Math.max(5, typed.length + 1))}
          value={text}
          disabled={disabled}
          spellcheck={false}
          autocapitalize="none"
          aria-describedby={`${id}-hint ${id}-problems`}
          aria-invalid={allProblems.length > 0 || tooMany}
          onInput={(event) => draft.write(event.currentTarget.value)}
        />
        <div id={`${id}-problems`} role="status">
          {tooMany && <p class="problem">{words('tooManyLines')}</p>}
          <Problems problems={allProblems} words={words} />
          <WithoutEffect lines={current} winning={winning} words={words} />
        </div>
        <ChangedElsewhere draft={draft} words={controls} />
        <button
          type="submit"
          class="button"
          disabled={disabled || text === saved || draft.elsewhere !== null}
        >
          {controls('save')}
        </button>
      </form>
      <TryAddress id={`${id}-try`} patterns={patterns} words={words} tried={tried} />
    </>
  );
}

/** @returns the lines that cannot be stored, and with them none of the others. Comments count, so the parser does not name them all. */
function linesTooLong(lines: readonly string[]): LineProblem[] {
  return lines.flatMap((text, index) =>
    text.length > LINE_LONGEST ? [{ line: index + 1, text, problem: 'too-long' }] : [],
  );
}

function Problems({ problems, words }: { problems: LineProblem[]; words: Words<'options'> }) {
  if (problems.length === 0) return null;
  return (
    <div class="problem">
      <p>{words('linesProblems', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, 20).map(({ line, text, problem }) => (
          <li key={line}>
            {words('lineProblem', { line, text: text.slice(0, 60), problem: words(`problem-${problem}`) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WithoutEffectProps {
  lines: readonly string[];
  winning: readonly string[];
  words: Words<'options'>;
}

function WithoutEffect({ lines, winning, words }: WithoutEffectProps) {
  const lost = linesWithoutEffect(lines, winning);
  if (lost.length === 0) return null;
  return (
    <ul class="problem">
      {lost.slice(0, 20).map(({ line, text, by }) => (
        <li key={line}>
          {words('lineWithoutEffect', { line, text: text.slice(0, 60), by: by.slice(0, 60) })}
        </li>
      ))}
    </ul>
  );
}

interface TryProps {
  id: string;
  patterns: ReturnType<typeof parseCustomPatterns>['patterns'];
  words: Words<'options'>;
  tried: TryWords;
}

function TryAddress(props: TryProps) {
  const { id, tried } = props;
  const [text, setText] = useState('');
  return (
    <div class="fields">
      <label for={id}>{tried.label}</label>
      <p class="hint" id={`${id}-hint`}>
        {tried.hint}
      </p>
      <input
        id={id}
        type="url"
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <output for={id} id={`${id}-result`}>
        {text.trim() === '' ? '' : resultOf(text.trim(), props)}
      </output>
    </div>
  );
}

function resultOf(text: string, { patterns, words, tried }: TryProps): string {
  const address = parseAddress(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!address) return words('tryNoAddress');
  const found = matchCustom(address, patterns, 'user');
  return found ? tried.match(found.id) : tried.noMatch;
}
