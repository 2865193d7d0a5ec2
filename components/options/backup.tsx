/** Saves the settings to a file and reads them back, with a preview of what would change. */
import { useState } from 'preact/hooks';
import type { PreviewOutcome } from '../../utils/messages/answers.ts';
import { BACKUP_LARGEST } from '../../utils/settings/backup.ts';
import { decodeUtf8 } from '../../utils/text/utf8.ts';
import { useNewest } from '../controls/use-newest.ts';
import { ImportPreview } from './import-preview.tsx';
import type { SectionProps } from './options-page.ts';
import { Section } from './section.tsx';

/** UTF-8 has at most three bytes for each UTF-16 unit. */
const MOST_BYTES = 3 * BACKUP_LARGEST;

interface Picked {
  text: string;
  preview: PreviewOutcome;
}

export function Backup({ page }: SectionProps) {
  const { words, controls, client, state, tools } = page;
  const [picked, setPicked] = useState<Picked | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const choose = useNewest();

  const save = async () => {
    try {
      const { text, name } = await client.ask('settings/export', {});
      tools.download(name, text);
      setNote(words('backupExported', { name }));
    } catch {
      setNote(controls('noAnswer'));
    }
  };
  const pick = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    // Reads no more than the worker accepts and one byte; the worker then refuses the cut file as too large.
    const isNewest = choose();
    const bytes = await file
      .slice(0, MOST_BYTES + 1)
      .arrayBuffer()
      .catch(() => null);
    if (!isNewest()) return;
    input.value = '';
    setNote('');
    setPicked(null);
    if (bytes === null) return setProblem(words('file-not-json'));
    const read = decodeUtf8(new Uint8Array(bytes));
    // The cut may be inside a character, so only a file that was not cut is checked here.
    if (!read.ok && file.size <= MOST_BYTES)
      return setProblem(words('fileNotUtf8', { line: read.line, column: read.column, byte: read.byte }));
    setProblem('');
    const text = (read.ok ? read.text : new TextDecoder().decode(bytes)).slice(0, BACKUP_LARGEST + 1);
    try {
      const preview = await client.ask('settings/preview-import', { text });
      if (isNewest()) setPicked({ text, preview });
    } catch {
      setNote(controls('noAnswer'));
    }
  };
  const apply = async () => {
    if (!picked) return;
    const { text } = picked;
    await state.run(
      (pin) => client.ask('settings/import', pin === undefined ? { text } : { text, pin }),
      `import ${text}`,
    );
    setPicked(null);
  };
  return (
    <Section id="backup" heading={words('backup')}>
      <p>{words('backupHint')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={save}>
          {words('backupExport')}
        </button>
        <label class="button file-button">
          {words('backupImport')}
          <input
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => pick(event.currentTarget)}
          />
        </label>
      </div>
      <p role="status">{note}</p>
      <p class="problem" role="alert">
        {problem}
      </p>
      {picked && (
        <ImportPreview
          page={page}
          preview={picked.preview}
          onApply={apply}
          onCancel={() => setPicked(null)}
        />
      )}
    </Section>
  );
}
