/** @file Colours for a canvas: VS Code's are hex with or without alpha, or rgb(); Cytoscape wants them opaque. */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** A colour from CSS text: `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`; null for any other. */
export function parseColour(text: string): Colour | null {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) {
    const full = hex.length <= 4 ? [...hex].map(digit => digit + digit).join('') : hex;
    if (full.length !== 6 && full.length !== 8) return null;
    const at = (index: number): number => parseInt(full.slice(index, index + 2), 16);
    return { r: at(0), g: at(2), b: at(4), a: full.length === 8 ? at(6) / 255 : 1 };
  }
  const parts = /^rgba?\(([^)]*)\)$/i.exec(text.trim())?.[1]?.split(/[\s,/]+/).filter(part => part !== '').map(part => (
    part.endsWith('%') ? parseFloat(part) / 100 : parseFloat(part)
  ));
  if (!parts || parts.length < 3 || parts.some(part => Number.isNaN(part))) return null;
  return { r: parts[0]!, g: parts[1]!, b: parts[2]!, a: parts[3] ?? 1 };
}

/** `over` laid on `under`, at `share` of its own strength. */
export function mix(over: Colour, under: Colour, share = 1): Colour {
  const a = over.a * share;
  const channel = (key: 'r' | 'g' | 'b'): number => over[key] * a + under[key] * (1 - a);
  return { r: channel('r'), g: channel('g'), b: channel('b'), a: 1 };
}

export function toCss({ r, g, b }: Colour): string {
  return `rgb(${Math.round(r)}, ${Math.round(g)}, ${Math.round(b)})`;
}

function luminance({ r, g, b }: Colour): number {
  const linear = (value: number): number => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG's contrast ratio, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** `colour`, moved towards `text` until it stands out from `background` by `ratio`: a theme's accents are not chosen for text. */
export function readable(colour: Colour, background: Colour, text: Colour, ratio: number): Colour {
  for (let share = 0; share < 1; share += 0.1) {
    const moved = mix(text, colour, share);
    if (contrast(moved, background) >= ratio) return moved;
  }
  return text;
}
