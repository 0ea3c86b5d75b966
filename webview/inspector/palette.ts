/** @file The colours that the theme gives to pictures of tensors. */
import { mix, parseColour, readable, type Colour } from '../view/colour.js';
import type { Palette } from './scale.js';

/** Ends of the scale stand out this much from the background: far enough for steps of lightness in between. */
const END_CONTRAST = 6;

const black: Colour = { r: 0, g: 0, b: 0, a: 1 };
const white: Colour = { r: 255, g: 255, b: 255, a: 1 };

/** From the theme that the page has now. In high contrast the two signs have one colour: the hatch tells them apart, as everywhere. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.body);
  const { classList } = document.body;
  const isLight = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  const isHighContrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const read = (name: string, otherwise: Colour): Colour => parseColour(style.getPropertyValue(`--vscode-${name}`)) ?? otherwise;
  const background = mix(read('editor-background', isLight ? white : black), isLight ? white : black);
  const text = mix(read('editor-foreground', isLight ? black : white), background);
  const end = (name: string): Colour => isHighContrast
    ? text
    : readable(mix(read(name, text), background), background, isLight ? black : white, END_CONTRAST);
  return { background, text, positive: end('charts-blue'), negative: end('charts-red') };
}
