/** Takes a picture, scales it on this device, and shows the result that goes into the policy. */
import { useState } from 'preact/hooks';
import { describeLogo, MOST_LOGO_BYTES, readLogo } from '../../utils/policy/logo.ts';
import { useNewest } from '../controls/use-newest.ts';
import type { PartProps } from './deploy-page.ts';
import type { ControlProps } from './field.tsx';

/** In pixels. The notice shows the logo at half of this at most, so that it is sharp on every screen. */
const LOGO_BOX = { width: 320, height: 88 };

/** The ways to draw it, best first; the first result that fits into a policy is used. */
const LOGO_TRIES = [
  { scale: 1, type: 'image/png', quality: 1 },
  { scale: 1, type: 'image/webp', quality: 0.9 },
  { scale: 0.75, type: 'image/webp', quality: 0.8 },
  { scale: 0.5, type: 'image/webp', quality: 0.7 },
] as const;

/** In kilobytes, for a message. */
const MOST_LOGO_KILOBYTES = MOST_LOGO_BYTES / 1_024;

interface Props extends PartProps {
  value: string;
  control: ControlProps;
  onSet: (text: string) => void;
}

export function LogoField({ page, value, control, onSet }: Props) {
  const { words } = page;
  const [refused, setRefused] = useState('');
  const choose = useNewest();
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    // Otherwise the browser would not report that the same file is chosen again.
    input.value = '';
    const isNewest = choose();
    const drawn = await drawLogo(file).catch(() => 'unreadable' as const);
    if (!isNewest()) return;
    if (drawn === 'unreadable') return setRefused(words('logoUnreadable'));
    if (drawn === null) return setRefused(words('logoTooDetailed', { kilobytes: MOST_LOGO_KILOBYTES }));
    setRefused('');
    onSet(drawn);
  };
  const what = describeLogo(value);
  return (
    <div class="logo-field">
      <div class="actions">
        <label class="button file-button">
          {words('logoFile')}
          <input
            {...control}
            type="file"
            class="visually-hidden"
            accept="image/png,image/webp,image/jpeg,image/gif"
            onChange={(event) => void take(event.currentTarget)}
          />
        </label>
        {value !== '' && (
          <button type="button" class="button" onClick={() => onSet('')}>
            {words('logoRemove')}
          </button>
        )}
      </div>
      {what !== null && (
        <>
          <img class="logo-shown" src={value} alt="" />
          <p class="hint">{words('logoSize', { what, characters: value.length })}</p>
        </>
      )}
      <p role="status">{refused}</p>
    </div>
  );
}

/** @returns a data address that a policy accepts, or null if even the smallest is too large. Throws if the file is not a picture. */
async function drawLogo(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file);
  try {
    for (const { scale, type, quality } of LOGO_TRIES) {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, logoSize(picture.width, picture.height, scale));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const address = asLogo(canvas.toDataURL(type, quality));
      if (address !== null) return address;
    }
    return null;
  } finally {
    picture.close();
  }
}

/** @returns width and height in whole pixels that fit into the box; never larger than the picture. */
function logoSize(width: number, height: number, scale: number): { width: number; height: number } {
  const factor = Math.min(1, LOGO_BOX.width / width, LOGO_BOX.height / height) * scale;
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

/** @returns the data address if a policy accepts it, else null. Browsers that cannot write WebP give a PNG, which is accepted too. */
function asLogo(address: string): string | null {
  return readLogo(address).ok ? address : null;
}
