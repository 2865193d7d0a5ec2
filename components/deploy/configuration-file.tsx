/** Opens and saves configuration files. Opening a file can be undone, so that what was typed is never lost. */
import { useState } from 'preact/hooks';
import type { Draft } from '../../utils/deploy/draft.ts';
import { type LeftOut, readDraft } from '../../utils/deploy/read-draft.ts';
import { decodeUtf8 } from '../../utils/text/utf8.ts';
import type { Language } from '../../utils/words/languages.ts';
import { useNewest } from '../controls/use-newest.ts';
import type { PartProps } from './deploy-page.ts';
import type { Save } from './files.tsx';

/** In bytes; the configuration of a kit in which every list is full has fewer. */
const LONGEST_FILE = 5_000_000;
const CONFIG_FILE = 'second-thought-config.json';

interface Props extends PartProps {
  language: Language;
  /** Returns the form's configuration, as `npm run policy -- --config` takes it. */
  config: () => Record<string, unknown>;
  save: Save;
  onOpen: (draft: Draft) => void;
  onSaved: () => void;
}

export function ConfigurationFile({ page, language, config, save, onOpen, onSaved }: Props) {
  const { words, draft } = page;
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [leftOut, setLeftOut] = useState<LeftOut[]>([]);
  const [before, setBefore] = useState<Draft | null>(null);
  const choose = useNewest();

  const open = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const { name } = file;
    const isNewest = choose();
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!isNewest()) return;
    input.value = '';
    setNote('');
    if (bytes === null) return setProblem(words('importUnreadable', { name }));
    if (bytes.byteLength > LONGEST_FILE) {
      return setProblem(words('importTooLarge', { name, most: LONGEST_FILE }));
    }
    const decoded = decodeUtf8(new Uint8Array(bytes));
    if (!decoded.ok) {
      const { line, column, byte } = decoded;
      return setProblem(words('importNotUtf8', { name, line, column, byte }));
    }
    const read = readDraft(decoded.text, language);
    if (!read.ok) return setProblem(words(read.problem, { name, detail: read.detail }));
    setProblem('');
    setLeftOut(read.leftOut);
    setBefore(draft);
    onOpen(read.draft);
    setNote(words('imported', { name }));
  };
  const goBack = () => {
    if (before) onOpen(before);
    setBefore(null);
    setLeftOut([]);
    setNote(words('importedBack'));
  };
  const keep = () => {
    save(CONFIG_FILE, new TextEncoder().encode(`${JSON.stringify(config(), null, 2)}\n`));
    onSaved();
    setNote(words('exported', { name: CONFIG_FILE }));
  };
  return (
    <>
      <p>{words('beginHint')}</p>
      <div class="actions">
        <label class="button file-button">
          {words('import')}
          <input
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => open(event.currentTarget)}
          />
        </label>
        <button type="button" class="button" onClick={keep} aria-describedby="export-hint">
          {words('export')}
        </button>
      </div>
      <p class="hint" id="export-hint">
        {words('exportHint')} {words('unsaved')}
      </p>
      <div class="says">
        <p class="problem" role="alert">
          {problem}
        </p>
        <p role="status">{note}</p>
        {leftOut.length > 0 && (
          <div class="problem">
            <p>{words('leftOut', { count: leftOut.length })}</p>
            <ul>
              {leftOut.map(({ path, text }) => (
                <li key={path}>{words('leftOutItem', { path, text })}</li>
              ))}
            </ul>
          </div>
        )}
        {before && (
          <div class="actions">
            <button type="button" class="button-text" onClick={goBack}>
              {words('importBack')}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
