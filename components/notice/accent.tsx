/** One line from a campaign or the season. */
import type { ComponentChild } from 'preact';
import type { NoticeContent } from '../../utils/notice/types.ts';

export function Accent({ text, url }: NonNullable<NoticeContent['accent']>): ComponentChild {
  return url ? <a href={url}>{text}</a> : text;
}
