/** One line from a campaign or the season. */
import type { ComponentChild } from 'preact';
import type { NoticeContent } from '../../utils/notice/types.ts';

export function Accent({ text, url }: NonNullable<NoticeContent['accent']>): ComponentChild {
  // A campaign may write in a language of its own, which may run the other way.
  const said = <bdi>{text}</bdi>;
  return url ? <a href={url}>{said}</a> : said;
}
