/** @file The colours and fonts of the picture, from the theme that VS Code has set. */
import { contrast, mix, parseColour, readable, toCss, type Colour } from './colour.js';

export interface Paint {
  readonly fill: string;
  readonly border: string;
  /** Fill from afar, where borders are too thin to be seen. */
  readonly far: string;
}

export interface Ground {
  readonly ground: string;
  readonly outline: string;
}

export interface Theme {
  readonly highContrast: boolean;
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grad: string;
  readonly sign: string;
  readonly leaf: Paint;
  readonly computed: Paint;
  readonly output: Paint;
  readonly unrecorded: Paint;
  readonly func: Paint;
  readonly group: Paint;
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
  const blue = on(['charts-blue'], parseColour('#3794ff')!);
  const green = on(['charts-green'], parseColour('#89d185')!);
  const orange = on(['charts-orange'], parseColour('#d18616')!);
  const yellow = on(['charts-yellow'], parseColour('#cca700')!);
  const purple = on(['charts-purple'], parseColour('#b180d7')!);
  const focus = on(['focusBorder'], blue);
  const border = on(['contrastBorder'], text);

  // High contrast: no tints, and every border in the theme's own border colour; shapes and words tell the kinds apart.
  const paint = (accent: Colour, tint: number): Paint => highContrast
    ? { fill: toCss(background), border: toCss(border), far: toCss(border) }
    : { fill: toCss(mix(accent, background, tint)), border: toCss(readable(accent, background, text, 3)), far: toCss(mix(accent, background, 0.7)) };
  const ground = (share: number): Ground => ({
    ground: toCss(highContrast ? background : mix(yellow, background, share)),
    outline: toCss(highContrast ? mix(border, background, 0.6) : mix(yellow, background, share + 0.2)),
  });
  const neutral = mix(text, background, 0.55);
  const textOn = (accent: Colour): Colour => highContrast ? text : readable(accent, mix(accent, background, 0.12), text, 4.6);

  return {
    highContrast,
    background: toCss(background),
    text: toCss(contrast(text, background) >= 4.5 ? text : mix(light ? parseColour('#000')! : parseColour('#fff')!, background)),
    muted: toCss(highContrast ? text : readable(muted, mix(blue, background, 0.12), text, 4.5)),
    grad: toCss(textOn(orange)),
    sign: toCss(textOn(purple)),
    leaf: paint(blue, 0.12),
    computed: paint(neutral, 0.06),
    output: paint(green, 0.12),
    unrecorded: paint(neutral, 0),
    func: paint(purple, 0.14),
    group: paint(yellow, 0.1),
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
