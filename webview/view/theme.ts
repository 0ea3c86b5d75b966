/** @file The colours and fonts of the picture, from the theme that VS Code has set. */
import type { Tone } from '../model/colouring.js';
import { contrast, mix, parseColour, readable, toCss, type Colour } from './colour.js';

export interface Paint {
  readonly fill: string;
  readonly border: string;
  /** Fill from afar, where borders are too thin to be seen. */
  readonly far: string;
  /** Of all text on it; null where each kind of text has its own colour. */
  readonly text: string | null;
}

export interface Ground {
  readonly ground: string;
  readonly outline: string;
}

const kinds = ['leaf', 'computed', 'output', 'unrecorded', 'function', 'group'] as const;
const ramp = ['ramp0', 'ramp1', 'ramp2', 'ramp3', 'ramp4', 'ramp5'] as const;
const tones = ['plain', ...ramp, 'bad', 'blue', 'green', 'orange', 'yellow', 'purple'] as const satisfies readonly Tone[];
/** What a node may be painted as: its kind, or a tone of a colouring. */
export const looks = [...kinds, ...tones] as const;
export type Look = (typeof looks)[number];

export interface Theme extends Readonly<Record<Look, Paint>> {
  readonly highContrast: boolean;
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grad: string;
  readonly sign: string;
  /** The ground of an open group, and of one inside it: they alternate. */
  readonly region: Ground;
  readonly regionInner: Ground;
  readonly edge: string;
  readonly edgeFar: string;
  readonly edgeNear: string;
  readonly selection: string;
  readonly match: string;
  readonly band: string;
  readonly bandLine: string;
  readonly bandText: string;
  readonly fonts: { readonly ui: string; readonly code: string };
}

const fallback = {
  dark: { background: '#1f1f1f', foreground: '#cccccc' },
  light: { background: '#ffffff', foreground: '#3b3b3b' },
};

/** Reads the theme from the page: VS Code sets `--vscode-…` on the root and the kind of the theme as a class of the body. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const { classList } = document.body;
  const highContrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const light = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  const base = light ? fallback.light : fallback.dark;

  const read = (names: readonly string[], otherwise: Colour): Colour => {
    for (const name of names) {
      const colour = parseColour(style.getPropertyValue(`--vscode-${name}`));
      if (colour && colour.a > 0) return colour;
    }
    return otherwise;
  };
  const background = read(['editor-background'], parseColour(base.background)!);
  const on = (names: readonly string[], otherwise: Colour): Colour => mix(read(names, otherwise), background);
  const text = on(['editor-foreground', 'foreground'], parseColour(base.foreground)!);
  const muted = readable(on(['descriptionForeground'], mix(text, background, 0.7)), background, text, 4.5);
  // Some themes have them see-through, for marks over text.
  const accent = (name: string, otherwise: string): Colour => ({ ...read([`charts-${name}`], parseColour(otherwise)!), a: 1 });
  const [blue, green, orange] = [accent('blue', '#3794ff'), accent('green', '#89d185'), accent('orange', '#d18616')];
  const [yellow, red, purple] = [accent('yellow', '#cca700'), accent('red', '#f14c4c'), accent('purple', '#b180d7')];
  const focus = on(['focusBorder'], blue);
  const border = on(['contrastBorder'], text);

  // High contrast: no tints, and every border in the theme's own border colour; shapes and words tell the kinds apart.
  const paint = (colour: Colour, tint: number): Paint => highContrast
    ? { fill: toCss(background), border: toCss(border), far: toCss(border), text: null }
    : { fill: toCss(mix(colour, background, tint)), border: toCss(readable(colour, background, text, 3)), far: toCss(mix(colour, background, 0.7)), text: null };
  const [black, white] = [parseColour('#000')!, parseColour('#fff')!];
  // Of a colouring: in high contrast, too, for it was asked for. One of black and white can be read on any colour.
  const tone = (colour: Colour, strength: number): Paint => {
    const fill = mix(colour, background, 0.08 + 0.92 * strength);
    const onIt = [text, black, white].find(each => contrast(each, fill) >= 4.5)!;
    return { fill: toCss(fill), border: toCss(highContrast ? border : readable(fill, background, text, 3)), far: toCss(fill), text: toCss(onIt) };
  };
  const ground = (share: number): Ground => ({
    ground: toCss(highContrast ? background : mix(yellow, background, share)),
    outline: toCss(highContrast ? mix(border, background, 0.6) : mix(yellow, background, share + 0.2)),
  });
  const neutral = mix(text, background, 0.55);
  const textOn = (colour: Colour): Colour => highContrast ? text : readable(colour, mix(colour, background, 0.12), text, 4.6);

  return {
    highContrast,
    background: toCss(background),
    text: toCss(contrast(text, background) >= 4.5 ? text : mix(light ? black : white, background)),
    muted: toCss(highContrast ? text : readable(muted, mix(blue, background, 0.12), text, 4.5)),
    grad: toCss(textOn(orange)),
    sign: toCss(textOn(purple)),
    leaf: paint(blue, 0.12),
    computed: paint(neutral, 0.06),
    output: paint(green, 0.12),
    unrecorded: paint(neutral, 0),
    function: paint(purple, 0.14),
    group: paint(yellow, 0.1),
    plain: { ...paint(neutral, 0), text: toCss(text) },
    ...Object.fromEntries(ramp.map((name, at) => [name, tone(blue, at / (ramp.length - 1))])) as Record<(typeof ramp)[number], Paint>,
    bad: tone(red, 1),
    blue: tone(blue, 0.7),
    green: tone(green, 0.7),
    orange: tone(orange, 0.7),
    yellow: tone(yellow, 0.7),
    purple: tone(purple, 0.7),
    region: ground(0.07),
    regionInner: ground(0.13),
    edge: toCss(highContrast ? text : mix(text, background, 0.42)),
    edgeFar: toCss(mix(text, background, highContrast ? 0.5 : 0.22)),
    edgeNear: toCss(focus),
    selection: toCss(highContrast ? on(['contrastActiveBorder', 'focusBorder'], text) : readable(focus, background, text, 3)),
    match: toCss(readable(on(['editor-findMatchBackground', 'charts-yellow'], orange), background, text, 3)),
    band: toCss(highContrast ? background : mix(text, background, 0.035)),
    bandLine: toCss(mix(highContrast ? border : text, background, highContrast ? 0.6 : 0.14)),
    bandText: toCss(muted),
    fonts: {
      ui: style.getPropertyValue('--vscode-font-family') || 'sans-serif',
      code: style.getPropertyValue('--vscode-editor-font-family') || 'monospace',
    },
  };
}

/** Calls back whenever the user changes the theme. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  new MutationObserver(changed).observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
