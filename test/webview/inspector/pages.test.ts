/** @file Round trips to the live run: what is answered, what is dropped, and what is asked only once. */
import { describe, expect, it } from 'vitest';
import type { PageAnswer, PageRequest } from '../../../src/protocol/tensor-page.js';
import type { FromPanel, PanelState } from '../../../src/protocol/panel.js';
import { Pages } from '../../../webview/inspector/pages.js';

const page = (row: number): PageRequest => ({ variable: 'v1', part: 'value', leading: [], row, column: 0, rows: 2, columns: 1, block: { rows: 1, columns: 1 } });
const answer = (...numbers: number[]): PageAnswer => ({ outcome: 'page', numbers });

function setUp() {
  const posted: FromPanel[] = [];
  const taken: PageAnswer[] = [];
  const pages = new Pages(message => { posted.push(message); });
  const begin = (reportNumber: number, activity: PanelState['activity'] = 'done', uri = 'file:///a.dz.ts'): void => {
    pages.begin({ snippet: { uri, name: 'a.dz.ts' }, activity, reportNumber });
  };
  const ask = (row: number): void => { pages.ask(page(row), each => { taken.push(each); }); };
  begin(1);
  return { posted, taken, pages, begin, ask };
}

describe('pages of the live run', () => {
  it('are asked for by number, of the report that is shown', () => {
    const { posted, taken, pages, ask } = setUp();
    ask(0);
    ask(2);
    expect(posted).toEqual([1, 2].map(request => ({ type: 'page', request, uri: 'file:///a.dz.ts', reportNumber: 1, page: page(2 * request - 2) })));
    pages.answer(2, answer(3, 4));
    pages.answer(1, answer(1, 2));
    pages.answer(1, answer(9, 9));
    expect(taken).toEqual([answer(3, 4), answer(1, 2)]);
  });

  it('are not asked for twice, until there is a newer report or another snippet', () => {
    const { posted, taken, pages, begin, ask } = setUp();
    ask(0);
    pages.answer(1, answer(1, 2));
    begin(1, 'stale');
    ask(0);
    expect([posted.length, taken.length]).toEqual([1, 2]);
    begin(2);
    ask(0);
    begin(2, 'done', 'file:///b.dz.ts');
    ask(0);
    expect([posted.length, taken.length]).toEqual([3, 2]);
  });

  it('that come late, for details that are gone, are dropped', () => {
    const { taken, pages, begin, ask } = setUp();
    ask(0);
    begin(2);
    pages.answer(1, answer(1, 2));
    expect(taken).toEqual([]);
    ask(0);
    pages.answer(2, answer(3, 4));
    expect(taken).toEqual([answer(3, 4)]);
  });

  it('are gone where the run is, and wait for a run that is on', () => {
    const { posted, taken, begin, ask } = setUp();
    begin(0, 'restored');
    ask(0);
    expect(taken).toEqual([{ outcome: 'gone' }]);
    begin(1, 'running');
    ask(0);
    expect([posted, taken.length]).toEqual([[], 1]);
  });

  it('that could not be had are asked for again', () => {
    const { posted, taken, pages, ask } = setUp();
    ask(0);
    pages.answer(1, { outcome: 'missing' });
    ask(0);
    expect([posted.length, taken]).toEqual([2, [{ outcome: 'missing' }]]);
  });
});
