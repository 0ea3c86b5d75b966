/** @file Colours and emphasis of the picture: what the keys, the details and the legend ask for, shown in the picture and in the legend, and said. */
import type { Drawing } from './drawing.js';
import { Emphasis } from './emphasis.js';
import { colouringNames, colourings, type Colouring } from './model/colouring.js';
import type { Side } from './model/relatives.js';
import { Legend } from './stage/legend.js';
import type { Keeper } from './state.js';

export interface HighlightEvents {
  /** The graph is to be drawn in other colours. */
  redraw(): Promise<unknown>;
  /** Other nodes stand out. */
  changed(): void;
  say(text: string): void;
}

export class Highlights {
  readonly emphasis = new Emphasis();
  readonly legend: Legend;

  constructor(private readonly drawing: Drawing, private readonly keeper: Keeper, private readonly events: HighlightEvents) {
    this.legend = new Legend({
      opened: open => {
        keeper.keep({ legend: open });
        this.#showLegend();
      },
      coloured: colouring => { this.#colour(colouring); },
      toggled: key => { this.#change(() => { this.emphasis.toggleClass(key); }); },
    });
    this.legend.open = keeper.value.legend;
    drawing.colouring = keeper.value.colouring;
  }

  /** After the graph was drawn, or the theme was changed. */
  show(): void {
    if (this.emphasis.isOn) this.#apply();
    this.#showLegend();
  }

  /** Shows the relatives of a node alone; once more: all of the graph again. */
  relatives(id: string, side: Side): void {
    this.#change(() => { this.emphasis.toggleRelatives(id, side); });
  }

  /** Shows the ways between the first two of these nodes alone; once more: all of the graph again. */
  ways([one, other]: readonly string[]): void {
    if (one === undefined || other === undefined) this.events.say('Select two nodes first: then P shows the ways between them.');
    else this.#change(() => { this.emphasis.toggleWays(one, other); });
  }

  /** Lets all nodes stand out again. Says whether any did not. */
  clear(): boolean {
    const { isOn } = this.emphasis;
    if (isOn) this.#change(() => { this.emphasis.clear(); });
    return isOn;
  }

  /** To the next colouring. */
  nextColouring(): void {
    this.#colour(colourings[(colourings.indexOf(this.drawing.colouring) + 1) % colourings.length]!);
  }

  #colour(colouring: Colouring): void {
    this.drawing.colouring = colouring;
    this.keeper.keep({ colouring });
    this.emphasis.clearClasses();
    this.#apply();
    void this.events.redraw().then(() => { this.events.say(`Coloured by ${colouringNames[colouring]}.`); });
  }

  #change(change: () => void): void {
    change();
    this.#apply();
    this.#showLegend();
    this.events.changed();
  }

  #apply(): void {
    const { nodes, said } = this.emphasis.of(this.drawing);
    this.drawing.view.focusOn(nodes);
    this.events.say(said);
  }

  #showLegend(): void {
    if (!this.legend.open) {
      this.drawing.view.cover(0);
      return;
    }
    const { colouring, buckets, shown } = this.drawing;
    this.legend.show({
      colouring,
      classes: buckets.map(bucket => ({ bucket, count: this.drawing.inClasses([bucket]).length })),
      picked: this.emphasis.classes,
      gradient: shown.model.edges.some(({ gradient }) => gradient) ? this.drawing.theme.grad : null,
      paint: tone => this.drawing.theme[tone],
    });
    this.drawing.view.cover(this.legend.height);
  }
}
