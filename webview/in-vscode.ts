/** @file The panel in VS Code: takes the extension's messages. */
import { ShapeError } from './checks.js';
import { connectHost } from './host.js';
import { parseMessage } from './messages.js';
import { Panel } from './panel.js';
import { answerDrawing } from './picture.js';

export function openInVsCode(app: HTMLElement): void {
  const host = connectHost();
  const panel = new Panel(app, host);

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const arrived = performance.now();
    try {
      const message = parseMessage(event.data);
      switch (message.type) {
        case 'state':
          panel.show(message.state, arrived);
          break;
        case 'select':
          // A pick that the extension had not heard of is newer, and stays.
          if (message.heard >= panel.picks) panel.select(message.ids);
          break;
        case 'page':
          host.pages.answer(message.request, message.answer);
          break;
        case 'draw':
          void answerDrawing(message).then(host.post);
      }
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      console.warn(`DeZero: a message to the graph panel was ignored. ${error.message}`);
    }
  });

  panel.restore();
  host.post({ type: 'ready' });
}
