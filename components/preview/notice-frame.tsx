/** Shows the notice in a frame with the size of a screen, scaled down to the available space. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inTurn } from '../../utils/in-turn.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import { emptyDocument } from './empty-frame.ts';
import { playNotice, type Showing } from './play-notice.ts';
import { type PreviewNote, type Stage, setStage } from './stage.ts';

/** Width and height in CSS pixels of a small laptop and a phone. */
export const SCREENS = { computer: [1366, 768], phone: [360, 740] } as const;
export type Screen = keyof typeof SCREENS;

interface Props {
  title: string;
  screen: Screen;
  showing: Showing;
  onShown: (content: NoticeContent) => void;
  onPlace: (country: string, region: string) => void;
  onFailed: () => void;
  say: (what: PreviewNote) => void;
}

export function NoticeFrame({ title, screen, showing, ...told }: Props) {
  const [stage, setStageState] = useState<Stage | null>(null);
  const [width, height] = SCREENS[screen];
  const [room, setRoom] = useState<number>(width);
  // The callbacks may be new at every render; only a new stage or showing draws the notice again.
  const latest = useRef(told);
  latest.current = told;

  // One showing after the other: one whose files load slowly must not be drawn over a newer one.
  const queued = useMemo(inTurn, []);
  useEffect(() => {
    if (!stage) return;
    let late = false;
    const play = async () => {
      if (late) return;
      const content = await playNotice({
        ...showing,
        stage,
        say: (what) => latest.current.say(what),
        onPlace: (country, region) => latest.current.onPlace(country, region),
      });
      if (!late) latest.current.onShown(content);
    };
    queued(play).catch(() => !late && latest.current.onFailed());
    return () => {
      late = true;
    };
  }, [stage, showing]);

  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const scale = Math.min(1, room / width);
  return (
    <div class="screen" ref={holder} style={{ blockSize: `${height * scale}px` }}>
      <iframe
        title={title}
        style={{ inlineSize: `${width}px`, blockSize: `${height}px`, transform: `scale(${scale})` }}
        onLoad={({ currentTarget }) => {
          // Only once, because opening the document again may fire another load event.
          if (stage) return;
          const inside = emptyDocument(currentTarget);
          if (inside) setStageState(setStage(inside, (what) => latest.current.say(what)));
        }}
      />
    </div>
  );
}
