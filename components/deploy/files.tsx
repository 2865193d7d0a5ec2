/** Lists the files as they would be written now: what each is for, a preview, and buttons to save them. */
import { useState } from 'preact/hooks';
import { fileBytes, type KitFile } from '../../utils/deploy/kit-file.ts';
import { baseName, groupedFiles, kitArchive } from '../../utils/deploy/kit-groups.ts';
import type { Words } from '../../utils/words/load.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Kit } from './use-kit.ts';

/** Saves bytes as a download with this name. */
export type Save = (name: string, bytes: Uint8Array<ArrayBuffer>) => void;

interface Props {
  kit: Kit;
  words: Words<'deploy-page'>;
  save: Save;
}

export const ARCHIVE = 'second-thought-deployment.zip';

export function Files({ kit, words, save }: Props) {
  const [said, setSaid] = useState('');
  const { files } = kit;
  return (
    <>
      <ProblemList kit={kit} words={words} />
      {files.length > 0 && <p>{words('filesHint')}</p>}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={files.length === 0}
          onClick={() => {
            const now = kit.filesNow();
            if (now.length === 0) return;
            save(ARCHIVE, kitArchive(now));
            setSaid(words('savedAll', { name: ARCHIVE }));
          }}
        >
          {words('saveAll')}
        </button>
      </div>
      <div class="says">
        <p role="status">{said}</p>
      </div>
      {groupedFiles(files).map(({ group, files: members }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`}>{words(group === 'undo' ? 'undo' : `group-${group}`)}</h3>
          {group === 'undo' && <p class="hint">{words('undoHint')}</p>}
          {group === 'words' && <p class="hint">{words('group-wordsHint')}</p>}
          <ul class="files">
            {members.map((file) => (
              <FileRow
                key={file.path}
                file={file}
                words={words}
                onSave={() => {
                  const now = kit.filesNow().find(({ path }) => path === file.path);
                  if (!now) return;
                  const name = baseName(file.path);
                  save(name, fileBytes(now) as Uint8Array<ArrayBuffer>);
                  setSaid(words('savedFile', { name, path: file.path }));
                }}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps {
  file: KitFile;
  words: Words<'deploy-page'>;
  onSave: () => void;
}

function FileRow({ file, words, onSave }: RowProps) {
  const [open, setOpen] = useState(false);
  return (
    <li class="file">
      <div class="file-line">
        <p>
          <code class="file-path">{file.path}</code>{' '}
          <span class="file-size">{words('bytes', { count: fileBytes(file).length })}</span>
          <span class="hint">{file.what}</span>
        </p>
        <button
          type="button"
          class="button"
          aria-label={words('saveFile', { path: file.path })}
          onClick={onSave}
        >
          {words('save')}
        </button>
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary aria-label={words('lookFile', { path: file.path })}>{words('look')}</summary>
        {open && (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: -- long lines scroll, and keys must reach them */}
            <section class="file-text" tabIndex={0} aria-label={file.path}>
              <pre>{file.text}</pre>
            </section>
            <div class="actions copy-text">
              <CopyButton
                text={file.text}
                label={words('copyFile')}
                copied={words('copied')}
                notCopied={words('notCopied')}
              />
            </div>
          </>
        )}
      </details>
    </li>
  );
}
