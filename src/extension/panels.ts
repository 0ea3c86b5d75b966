/** @file All graph panels: one that follows the active snippet, and any number that are pinned, each to a snippet of its own. */
import { EventEmitter, Uri, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from 'vscode';
import type { DrawAnswer, PanelState } from '../protocol/panel.js';
import type { ActiveSnippet } from './active-snippet.js';
import type { PaintEvent } from './api.js';
import { messages } from './messages.js';
import { keptPanel, type KeptPanel } from './panel-messages.js';
import { GraphPanel, type Drawn, type PanelRequest } from './panel.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

export const PANEL_TYPE = 'dezero.graph';

export interface PanelsOptions {
  readonly extensionUri: Uri;
  readonly sessions: Sessions;
  readonly active: ActiveSnippet;
  /** Of a snippet, or of none. */
  state(snippet: Uri | null, options: { readonly pinned: boolean }): PanelState;
  /** `snippet` is the one that the panel shows. */
  onMessage(message: PanelRequest, from: { readonly panel: GraphPanel; readonly snippet: Uri | null }): void;
  onBadMessage(message: unknown): void;
}

export class GraphPanels {
  readonly #options: PanelsOptions;
  readonly #painted = new EventEmitter<PaintEvent>();
  readonly #viewChanged = new EventEmitter<void>();
  /** Each with the snippet that it is pinned to, or null. */
  readonly #panels = new Map<GraphPanel, Uri | null>();
  readonly #subscriptions: Disposable[];
  /** The snippet that the panel that follows shows, or would show. */
  #followed: Uri | null;
  /** Before a reload of the window. */
  #lastFollowed: Uri | null = null;
  /** Snippets whose first Run has shown a panel. */
  #shown = new WeakSet<Session>();

  readonly onDidPaint = this.#painted.event;
  readonly onDidChangeView = this.#viewChanged.event;

  constructor(options: PanelsOptions) {
    this.#options = options;
    this.#followed = options.active.session?.document.uri ?? null;
    this.#subscriptions = [
      options.active.onDidChange(session => this.#follow(session?.document.uri ?? null)),
      window.registerWebviewPanelSerializer(PANEL_TYPE, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, keptPanel(state)),
      }),
    ];
  }

  get isVisible(): boolean {
    return this.all.some(({ panel }) => panel.isVisible);
  }

  get all(): readonly { readonly panel: GraphPanel; readonly snippet: Uri | null; readonly isPinned: boolean }[] {
    return [...this.#panels].map(([panel, pin]) => ({ panel, snippet: pin ?? this.#followed, isPinned: pin !== null }));
  }

  /** What the panel of that snippet shows, or would show: the one that is pinned to it, or else the one that follows. */
  stateOf(snippet: Uri | null): PanelState {
    const pinned = snippet !== null && this.#pinnedTo(snippet) !== null;
    return this.#options.state(pinned ? snippet : this.#followed, { pinned });
  }

  /** Shows a snippet's graph: in the panel that is pinned to it, or else in the one that follows. The editor keeps the focus. */
  show(session: Session): GraphPanel {
    const { uri } = session.document;
    this.#shown.add(session);
    const pinned = this.#pinnedTo(uri);
    if (!pinned) this.#followTo(uri);
    const panel = pinned ?? this.#follower;
    if (!panel) return this.#add(window.createWebviewPanel(PANEL_TYPE, messages.panelTitle(null, { pinned: false }), { viewColumn: ViewColumn.Beside, preserveFocus: true }), null);
    panel.reveal();
    return panel;
  }

  /** Shows a snippet's graph at its first run: a panel closed by its user stays closed. */
  showAtFirst(session: Session): void {
    if (!this.#shown.has(session)) this.show(session);
  }

  /** Pins the panel of a snippet to it, or lets it follow the editor again; one that followed until then closes. */
  togglePin(session: Session): void {
    const { uri } = session.document;
    const pinned = this.#pinnedTo(uri);
    if (pinned) {
      this.#follower?.close();
      this.#panels.set(pinned, null);
      this.#followed = uri;
    } else {
      this.#panels.set(this.show(session), uri);
      // The others have lost their panel, and are to have another at their next run.
      this.#shown = new WeakSet([session]);
    }
    this.update();
  }

  /** Sends all panels their state, or those that show that snippet. */
  update(snippet?: Uri): void {
    for (const each of this.all) {
      if (!snippet || each.snippet?.toString() === snippet.toString()) each.panel.update();
    }
  }

  /**
   * Has a panel draw a picture: that of the snippet, else the one that follows; opens one where there is none.
   * @throws Error with a text for the user, when no answer comes
   */
  async draw(session: Session, drawn: Drawn): Promise<DrawAnswer> {
    const panel = this.#pinnedTo(session.document.uri) ?? this.#follower ?? this.show(session);
    return panel.draw(drawn);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const panel of this.#panels.keys()) panel.close();
    this.#painted.dispose();
    this.#viewChanged.dispose();
  }

  get #follower(): GraphPanel | null {
    return this.all.find(({ isPinned }) => !isPinned)?.panel ?? null;
  }

  #pinnedTo(snippet: Uri): GraphPanel | null {
    const found = [...this.#panels].find(([, pin]) => pin?.toString() === snippet.toString());
    return found?.[0] ?? null;
  }

  /** A snippet that has a panel of its own is not shown a second time. */
  #follow(snippet: Uri | null): void {
    if (!snippet || !this.#pinnedTo(snippet)) this.#followTo(snippet);
  }

  #followTo(snippet: Uri | null): void {
    if (snippet?.toString() === this.#followed?.toString()) return;
    this.#followed = snippet;
    this.#follower?.update();
  }

  #add(webview: WebviewPanel, pin: Uri | null): GraphPanel {
    const { onMessage, onBadMessage, extensionUri, state } = this.#options;
    const pinOf = () => this.#panels.get(panel) ?? null;
    const snippet = () => pinOf() ?? this.#followed;
    const panel: GraphPanel = new GraphPanel(webview, {
      extensionUri,
      state: () => state(snippet(), { pinned: pinOf() !== null }),
      onMessage: message => onMessage(message, { panel, snippet: snippet() }),
      onBadMessage,
      onPaint: event => this.#painted.fire(event),
      onViewChange: () => {
        this.#adopt(panel);
        this.#viewChanged.fire();
      },
      onClose: () => {
        this.#panels.delete(panel);
        this.#viewChanged.fire();
      },
    });
    this.#panels.set(panel, pin);
    panel.update();
    this.#adopt(panel);
    this.#viewChanged.fire();
    return panel;
  }

  /** Commands mean the snippet of the panel that has the focus. */
  #adopt(panel: GraphPanel): void {
    const snippet = this.#panels.get(panel) ?? this.#followed;
    const session = panel.isActive && snippet ? this.#options.sessions.of(snippet) : null;
    if (session) this.#options.active.adopt(session);
  }

  async #restore(webview: WebviewPanel, kept: KeptPanel | null): Promise<void> {
    const { active, sessions } = this.#options;
    const snippet = kept && Uri.parse(kept.snippet);
    // It need not be open in an editor.
    const document = snippet && await workspace.openTextDocument(snippet).then(opened => opened, () => null);
    const session = document && sessions.of(document.uri);
    const pin = kept?.pinned === true ? snippet : null;
    (pin ? this.#pinnedTo(pin) : this.#follower)?.close();
    this.#add(webview, pin);
    if (!pin) this.#lastFollowed = snippet;
    // The active snippet may have a panel of its own: the one that follows then shows what it showed before.
    if (!this.#followed || this.#pinnedTo(this.#followed)) this.#followTo(this.#lastFollowed);
    if (session && !active.session) active.adopt(session);
  }
}
