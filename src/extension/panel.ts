/** @file The graph panel: one webview that shows the active snippet's state and passes on what its user asks for. */
import { EventEmitter, Uri, ViewColumn, window, type Disposable, type Webview, type WebviewPanel } from 'vscode';
import type { DrawAnswer, DrawRequest, FromPanel, PanelState, ToPanel } from '../protocol/panel.js';
import type { PageAnswer } from '../protocol/tensor-page.js';
import type { PaintEvent } from './api.js';
import { messages } from './messages.js';
import { panelHtml } from './panel-html.js';
import { parseFromPanel } from './panel-messages.js';
import { RoundTrips } from './round-trips.js';

export const PANEL_TYPE = 'dezero.graph';
/** A run shorter than this is not shown as running: the graph would only flicker. */
const SHOW_RUNNING_AFTER_MS = 120;
/** The page may have to be opened first, and the largest pictures take seconds. */
const DRAWING_LIMIT_MS = 60_000;

/** What the page says that is for others than this panel. */
export type PanelRequest = Exclude<FromPanel, { type: 'ready' | 'painted' } | DrawAnswer>;

export interface PanelOptions {
  readonly extensionUri: Uri;
  state(): PanelState;
  onMessage(message: PanelRequest): void;
  onBadMessage(message: unknown): void;
}

export class GraphPanel {
  readonly #options: PanelOptions;
  readonly #painted = new EventEmitter<PaintEvent>();
  readonly #visibility = new EventEmitter<boolean>();
  #panel: WebviewPanel | null = null;
  #subscriptions: Disposable[] = [];
  /** Whether the page listens: it is thrown away while hidden, and says when it is back. */
  #isReady = false;
  /** What to ask of the page as soon as it listens. */
  #questions: (() => void)[] = [];
  readonly #drawings = new RoundTrips<DrawAnswer>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What to select once the page has the state. */
  #selection: readonly string[] = [];
  #sent: { readonly at: number; readonly uri: string | null } = { at: 0, uri: null };

  readonly onDidPaint = this.#painted.event;
  readonly onDidChangeVisibility = this.#visibility.event;

  constructor(options: PanelOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#panel !== null;
  }

  get isVisible(): boolean {
    return this.#panel?.visible === true;
  }

  get column(): ViewColumn | undefined {
    return this.#panel?.viewColumn;
  }

  /** Opens the panel beside the editor, or brings it to the front. The editor keeps the focus. */
  show(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.attach(window.createWebviewPanel(PANEL_TYPE, messages.panelTitle(null), place));
  }

  /** Takes a panel over: a new one, or one that VS Code restored after a reload. */
  attach(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    const { extensionUri } = this.#options;
    panel.iconPath = { light: Uri.joinPath(extensionUri, 'media/graph-light.svg'), dark: Uri.joinPath(extensionUri, 'media/graph-dark.svg') };
    panel.webview.options = { enableScripts: true, localResourceRoots: ['dist', 'media'].map(name => Uri.joinPath(extensionUri, name)) };
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#pageGone();
        this.#visibility.fire(panel.visible);
      }),
      panel.onDidDispose(() => this.#detach(panel)),
    ];
    this.#setTitle();
    panel.webview.html = this.#html(panel.webview);
    this.#visibility.fire(panel.visible);
  }

  /** The state changed: sends it, in one message for all changes of a moment. */
  update(): void {
    if (!this.#panel) return;
    const isRunning = this.#options.state().activity === 'running';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendState(), isRunning ? SHOW_RUNNING_AFTER_MS : 0);
  }

  select(ids: readonly string[]): void {
    if (this.#isReady && this.#timer === undefined) this.#post({ type: 'select', ids });
    else this.#selection = ids;
  }

  /**
   * Has the page draw a picture; opens the panel where it is not in sight.
   * @throws Error with a text for the user, when no answer comes
   */
  draw({ svg, scale, purpose }: Pick<DrawRequest, 'svg' | 'scale' | 'purpose'>): Promise<DrawAnswer> {
    if (!this.isVisible) this.show();
    if (purpose === 'clipboard') this.#panel?.reveal(undefined, false);
    const ask = (number: number) => this.#whenReady(() => this.#post({ type: 'draw', number, svg, scale, purpose }));
    return this.#drawings.start(ask, { limitMs: DRAWING_LIMIT_MS, late: () => new Error(messages.panelSilent(DRAWING_LIMIT_MS / 1000)) });
  }

  /** Answers the page's request of that number. */
  answer(request: number, answer: PageAnswer): void {
    this.#post({ type: 'page', request, answer });
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#painted.dispose();
    this.#visibility.dispose();
  }

  #sendState(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const state = this.#options.state();
    this.#setTitle();
    this.#sent = { at: performance.now(), uri: state.snippet?.uri ?? null };
    this.#post({ type: 'state', state });
    if (this.#isReady && this.#selection.length > 0) {
      this.#post({ type: 'select', ids: this.#selection });
      this.#selection = [];
    }
  }

  #setTitle(): void {
    if (this.#panel) this.#panel.title = messages.panelTitle(this.#options.state().snippet?.name ?? null);
  }

  #post(message: ToPanel): void {
    if (this.#panel && this.#isReady) void this.#panel.webview.postMessage(message);
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
        this.#sendState();
        for (const ask of this.#questions.splice(0)) ask();
        return;
      case 'drawn':
      case 'notDrawn':
        this.#drawings.settle(message);
        return;
      case 'painted': {
        const { elements, durationMs } = message;
        this.#painted.fire({ uri: this.#sent.uri, elements, durationMs, elapsedMs: performance.now() - this.#sent.at });
        return;
      }
      default:
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

  #detach(panel: WebviewPanel): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#subscriptions = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#panel !== panel) return;
    this.#panel = null;
    this.#pageGone();
    this.#visibility.fire(false);
  }

  #html(webview: Webview): string {
    const asset = (name: string) => webview.asWebviewUri(Uri.joinPath(this.#options.extensionUri, 'dist/webview', name)).toString();
    return panelHtml({
      cspSource: webview.cspSource,
      nonce: makeNonce(),
      title: messages.panelTitle(null),
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

/** Restores the panel after a reload of the window; `onRestore` gets the state that the page kept. */
export function restorePanel(panel: GraphPanel, onRestore: (state: unknown) => Promise<void>): Disposable {
  return window.registerWebviewPanelSerializer(PANEL_TYPE, {
    async deserializeWebviewPanel(webviewPanel, state) {
      await onRestore(state);
      panel.attach(webviewPanel);
    },
  });
}
