/** @file The figures of a loop: at its start, at its end, and one as a part of the other. */

export type Row = { readonly name: string } & ({ readonly bytes: number } | { readonly count: number });

const MEGABYTE = 1_000_000;

export function table(title: string, start: readonly Row[], end: readonly Row[]): string {
  const lines = start.map((row, index) => {
    const [before, after] = [row, end[index]!].map(each => ('bytes' in each ? each.bytes / MEGABYTE : each.count)) as [number, number];
    const shown = (value: number) => ('bytes' in row ? `${value.toFixed(2)} MB` : String(value));
    return [row.name.padEnd(28), shown(before).padStart(11), shown(after).padStart(11), (after / before).toFixed(3).padStart(8)].join('');
  });
  return [title, `${''.padEnd(28)}${'start'.padStart(11)}${'end'.padStart(11)}${'ratio'.padStart(8)}`, ...lines].join('\n');
}
