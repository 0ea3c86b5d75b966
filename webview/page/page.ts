/** @file The panel in a file of its own: the graph and its sources are in the page, and a browser is all there is. */
import { PAGE_DATA_ID, type PageData } from '../../src/protocol/page.js';
import type { FromPanel, PanelState } from '../../src/protocol/panel.js';
import { list, nullable, record, string } from '../checks.js';
import { Pages } from '../inspector/pages.js';
import { panelState } from '../messages.js';
import { Panel } from '../panel.js';
import { Source } from './source.js';
import { followScheme } from './scheme.js';

const check = record<PageData>({ state: panelState, sources: list(nullable(string)) });

export function openPage(app: HTMLElement): void {
  const data: unknown = JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? 'null');
  check(data);
  const { state: given, sources } = data as PageData;
  let state: PanelState = given;

  followScheme();
  const source = new Source(given.report, sources, ids => { panel.select(ids); });
  app.before(source.root);
  const post = (message: FromPanel): void => {
    if (message.type === 'reveal') {
      source.mark(message.ranges, { open: message.asked === true });
    } else if (message.type === 'action' && message.action === 'toggleDirection') {
      state = { ...state, direction: state.direction === 'LR' ? 'TB' : 'LR' };
      panel.show(state, performance.now());
    }
  };
  // A file is opened as its author gave it: nothing is kept.
  const panel = new Panel(app, { post, pages: new Pages(null), read: () => null, write: () => undefined });
  panel.show(state, performance.now());
}
