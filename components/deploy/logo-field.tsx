/** Takes a picture, scales it on this device, and shows what of it goes into the policy. */
import { useState } from 'preact/hooks';
import { asLogo, LOGO_TRIES, logoSize, MOST_LOGO_KILOBYTES } from '../../utils/deploy/scale-logo.ts';
import { describeLogo } from '../../utils/policy/logo.ts';
import type { PartProps } from './deploy-page.ts';
import type { ControlProps } from './field.tsx';

interface Props extends PartProps {
  value: string;
  control: ControlProps;
  onSet: (text: string) => void;
}

export function LogoField({ page, value, control, onSet }: Props) {
  const { words } = page;
  const [refused, setRefused] = useState('');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const drawn = await drawLogo(file).catch(() => 'unreadable' as const);
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
            onChange={(event) => void take(event.currentTarget.files?.[0])}
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

/** @returns a data address that a policy takes, or null where even the smallest is too large. Throws for what is no picture. */
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
