/** Tests that the worker knows whether a notice is visible, and that a notice knows its search, in whatever order things happen. */
import { expect, test } from 'vitest';
import { openReporter } from '../../../entrypoints/notice/report-open.ts';
import type { NoticeContext } from '../../../utils/notice/context.ts';

const NOTHING: NoticeContext = {
  match: null,
  listVersion: '2026-11-20',
  continue: { kind: 'never', why: 'no-address' },
  search: null,
};

/** A notice whose requests the test answers, as a worker does that is only starting. */
function notice() {
  const page = { visible: true, search: null as string | null };
  const requests: { visible: boolean; search: string | null; answer: (search: string | null) => void }[] = [];
  const said: string[] = [];
  const open = openReporter({
    ask: (visible) =>
      new Promise((resolve) => {
        const answer = (search: string | null) => resolve({ ...NOTHING, search });
        requests.push({ visible, search: page.search, answer });
      }),
    visible: () => page.visible,
    tell: async () => void said.push(`visible: ${page.visible}`),
    keep: (search) => {
      page.search = search;
    },
    told: ({ search }) => said.push(`told: ${search ?? page.search}`),
  });
  return { page, requests, said, open };
}

const turn = () => new Promise((done) => setTimeout(done));

test.each([
  [true, false],
  [false, true],
])(
  'a change from visible: %s to %s while the worker starts is reported again after its answer',
  async (from, to) => {
    const { page, requests, said, open } = notice();
    page.visible = from;
    const opened = open();
    page.visible = to;
    expect(requests[0]?.visible).toBe(from);
    requests[0]?.answer(null);
    await opened;
    expect(said).toEqual(['told: null', `visible: ${to}`]);
  },
);

test('without a change nothing is reported twice', async () => {
  const { requests, said, open } = notice();
  const opened = open();
  requests[0]?.answer(null);
  await opened;
  expect(said).toEqual(['told: null']);
});

test('a search that comes with an answer which is out of date is kept, and asked about again', async () => {
  const { requests, said, open } = notice();
  void open();
  // A policy arrives: the notice asks again, and the worker has given the search to the first request.
  void open();
  requests[0]?.answer('https://search.example/?q=x');
  await turn();
  requests[1]?.answer(null);
  await turn();
  expect(requests[2]?.search).toBe('https://search.example/?q=x');
  requests[2]?.answer(null);
  await turn();
  expect(said).toEqual(['told: https://search.example/?q=x']);
});
