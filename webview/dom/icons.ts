/** @file The panel's icons: strokes on a 16 by 16 grid, in the colour of the text around them. */

const paths = {
  run: 'M4.5 2.8v10.4L13 8z',
  stop: 'M4 4h8v8H4z',
  backward: 'M7.5 3.5 3 8l4.5 4.5M3.2 8H13',
  clear: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.6M9.2 7v3.6',
  retain: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  noGrad: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 4.2l7.6 7.6',
  leftRight: 'M2.5 8h10.8M10 4.7 13.3 8 10 11.3',
  topBottom: 'M8 2.5v10.8M4.7 10 8 13.3 11.3 10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  export: 'M8 10V2.5M4.9 5.5 8 2.5l3.1 3M2.8 9.5v4h10.4v-4',
  pin: 'M5.6 2.5h4.8M6.4 2.5v4.2L4.3 9.3h7.4L9.6 6.7V2.5M8 9.3v4.4',
  details: 'M2.5 3h11v10h-11zM9.5 3v10',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2 13.5 13.5',
  help: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM6.2 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1v.3M8 11.2v.3',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  backArrow: 'M6.5 4.5 3 8l3.5 3.5M3 8h11',
  chevron: 'M5.5 3.5 10 8l-4.5 4.5',
  error: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 2.5 14 13.2H2zM8 6.5v3.2M8 11.3v.4',
  info: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 7.2v3.6M8 5v.4',
} as const;

export type IconName = keyof typeof paths;

const filled: ReadonlySet<IconName> = new Set(['run', 'stop']);

const SVG = 'http://www.w3.org/2000/svg';

/** An icon; the element around it carries the name. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `icon icon-${name}${filled.has(name) ? ' icon-filled' : ''}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
