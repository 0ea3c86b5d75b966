/** @file One graph panel: a webview that shows the state it is given and passes on what its user asks for. */
import { Uri, type Disposable, type ViewColumn, type Webview, type WebviewPanel } from 'vscode';
import type { DrawAnswer, DrawRequest, FromPanel, PanelState, ToPanel } from '../protocol/panel.js';
import { reportText } from '../protocol/report-text.js';
import type { PageAnswer } from '../protocol/tensor-page.js';
import type { PaintEvent } from './api.js';
import { messages } from './messages.js';
import { panelHtml } from './panel-html.js';
import { parseFromPanel } from './panel-messages.js';
import { RoundTrips } from './round-trips.js';

/** A run shorter than this is not shown as running: the graph would only flicker. */
const SHOW_RUNNING_AFTER_MS = 120;
/** The page may have to be opened first, and the largest pictures take seconds. */
const DRAWING_LIMIT_MS = 60_000;

/** What the page says that is for others than this panel. */
export type PanelRequest = Exclude<FromPanel, { type: 'ready' | 'painted' } | DrawAnswer>;

/** What is drawn, and what for. */
export type Drawn = Pick<DrawRequest, 'svg' | 'scale' | 'purpose'>;

export interface PanelOptions {
  readonly extensionUri: Uri;
  state(): PanelState;
  onMessage(message: PanelRequest): void;
  onBadMessage(message: unknown): void;
  onPaint(event: PaintEvent): void;
  /** It was shown, hidden, moved, or got or lost the focus. */
  onViewChange(): void;
  onClose(): void;
}

export class GraphPanel {
  readonly #options: PanelOptions;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: Disposable[];
  /** Whether the page listens: it is thrown away while hidden, and says when it is back. */
  #isReady = false;
  /** What to ask of the page as soon as it listens. */
  #questions: (() => void)[] = [];
  readonly #drawings = new RoundTrips<DrawAnswer>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What to select once the page has the state. */
  #selection: readonly string[] = [];
  /** The page's last pick, by its number. */
  #heard = 0;
  #sent: { readonly at: number; readonly uri: string | null } = { at: 0, uri: null };

  /** Takes a webview over: a new one, or one that VS Code restored after a reload. */
  constructor(panel: WebviewPanel, options: PanelOptions) {
    this.#panel = panel;
    this.#options = options;
    const { extensionUri } = options;
    panel.iconPath = { light: Uri.joinPath(extensionUri, 'media/graph-light.svg'), dark: Uri.joinPath(extensionUri, 'media/graph-dark.svg') };
    panel.webview.options = { enableScripts: true, localResourceRoots: ['dist', 'media'].map(name => Uri.joinPath(extensionUri, name)) };
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#pageGone();
        options.onViewChange();
      }),
      panel.onDidDispose(() => this.#closed()),
    ];
    panel.webview.html = this.#html(panel.webview);
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  /** Whether it has the focus, or had it last of all editors. */
  get isActive(): boolean {
    return this.#panel.active;
  }

  get column(): ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Brings it to the front. The editor keeps the focus. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  close(): void {
    this.#panel.dispose();
  }

  /** The state changed: sends it, in one message for all changes of a moment. */
  update(): void {
    const state = this.#options.state();
    this.#setTitle(state);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendState(), state.activity === 'running' ? SHOW_RUNNING_AFTER_MS : 0);
  }

  select(ids: readonly string[]): void {
    if (this.#isReady && this.#timer === undefined) this.#postSelection(ids);
    else this.#selection = ids;
  }

  /**
   * Has the page draw a picture; brings the panel to the front where it is not in sight.
   * @throws Error with a text for the user, when no answer comes
   */
  draw({ svg, scale, purpose }: Drawn): Promise<DrawAnswer> {
    if (purpose === 'clipboard') this.#panel.reveal(undefined, false);
    else if (!this.isVisible) this.reveal();
    const ask = (number: number) => this.#whenReady(() => this.#post({ type: 'draw', number, svg, scale, purpose }));
    return this.#drawings.start(ask, { limitMs: DRAWING_LIMIT_MS, late: () => new Error(messages.panelSilent(DRAWING_LIMIT_MS / 1000)) });
  }

  /** Answers the page's request of that number. */
  answer(request: number, answer: PageAnswer): void {
    this.#post({ type: 'page', request, answer });
  }

  #sendState(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const state = this.#options.state();
    const { report, ...rest } = state;
    this.#setTitle(state);
    this.#sent = { at: performance.now(), uri: state.snippet?.uri ?? null };
    this.#post({ type: 'state', state: rest, report: report && reportText(report) });
    if (this.#isReady && this.#selection.length > 0) {
      this.#postSelection(this.#selection);
      this.#selection = [];
    }
  }

  #postSelection(ids: readonly string[]): void {
    this.#post({ type: 'select', ids, heard: this.#heard });
  }

  #setTitle({ snippet, pinned }: PanelState): void {
    const title = messages.panelTitle(snippet?.name ?? null, { pinned });
    if (this.#panel.title !== title) this.#panel.title = title;
  }

  #post(message: ToPanel): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  #receive(value: unknown): void {
    const message = parseFromPanel(value);
    if (!message) {
      this.#options.onBadMessage(value);
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#heard = 0;
        this.#sendState();
        for (const ask of this.#questions.splice(0)) ask();
        return;
      case 'drawn':
      case 'notDrawn':
        this.#drawings.settle(message);
        return;
      case 'painted': {
        const { elements, durationMs } = message;
        this.#options.onPaint({ uri: this.#sent.uri, elements, durationMs, elapsedMs: performance.now() - this.#sent.at });
        return;
      }
      default:
        if (message.type === 'reveal' && message.pick !== undefined) {
          this.#heard = message.pick;
          this.#selection = [];
        }
        this.#options.onMessage(message);
    }
  }

  #whenReady(ask: () => void): void {
    if (this.#isReady) ask();
    else this.#questions.push(ask);
  }

  #pageGone(): void {
    this.#isReady = false;
    this.#questions = [];
    this.#drawings.giveUp(new Error(messages.panelClosed()));
  }

  #closed(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    clearTimeout(this.#timer);
    this.#pageGone();
    this.#options.onClose();
  }

  #html(webview: Webview): string {
    const asset = (name: string) => webview.asWebviewUri(Uri.joinPath(this.#options.extensionUri, 'dist/webview', name)).toString();
    return panelHtml({
      cspSource: webview.cspSource,
      nonce: makeNonce(),
      title: messages.panelTitle(null, { pinned: false }),
      script: asset('panel.js'),
      style: asset('panel.css'),
      layoutWorker: asset('layout-worker.js'),
    });
  }
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, 'x');
}
