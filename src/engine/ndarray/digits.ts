/** @file Decimal digits of doubles and singles: the shortest that read back, and rounded ones, as NumPy's Dragon4 gives them. */

/** A positive number as `d.ddd × 10^exponent`, without trailing zeros. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

function read(exponential: string): Decimal {
  const [mantissa, exponent] = exponential.split('e') as [string, string];
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return { digits: digits === '' ? '0' : digits, exponent: Number(exponent) };
}

/** The fewest digits that read back as the same double. `x` is finite and not negative. */
export function shortestDouble(x: number): Decimal {
  return read(x.toExponential());
}

/** The fewest digits that read back as the same single. */
export function shortestSingle(x: number): Decimal {
  for (let count = 1; count < 9; count++) {
    const near = rounded(x, count);
    if (Math.fround(valueOf(near)) === x) return near;
    // Below a power of two singles lie closer, so that the second nearest may read back where the nearest does not.
    const other = neighbour(near, count, x);
    if (Math.fround(valueOf(other)) === x) return other;
  }
  return rounded(x, 9);
}

function valueOf({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${String(exponent - digits.length + 1)}`);
}

/** The number with `count` digits on the other side of `x`. */
function neighbour(near: Decimal, count: number, x: number): Decimal {
  const whole = Number(near.digits.padEnd(count, '0')) + (valueOf(near) > x ? -1 : 1);
  const text = String(whole);
  return { digits: text, exponent: near.exponent + text.length - count };
}

/** `count` digits (1 to 100) of the exact value, a tie going to the even digit. */
export function rounded(x: number, count: number): Decimal {
  const up = read(x.toExponential(count - 1));
  // toExponential takes a tie upwards. A tie has exactly one digit more, a 5.
  const exact = shortestDouble(x);
  if (exact.digits.length !== count + 1 || !exact.digits.endsWith('5')) return up;
  if (!isTie(x, count)) return up;
  const below = exact.digits.slice(0, count);
  return Number(below[count - 1]) % 2 === 0 ? read(`${below[0]!}.${below.slice(1)}e${String(exact.exponent)}`) : up;
}

function isTie(x: number, count: number): boolean {
  const mantissa = x.toExponential(100).split('e')[0]!.replace('.', '');
  return /^50*$/.test(mantissa.slice(count));
}
