/** @file The Mersenne Twister with NumPy's legacy seeding. Source: Matsumoto and Nishimura (1998); numpy/random/src/mt19937. */

const N = 624;
const M = 397;
const UPPER = 0x80000000 | 0;
const MATRIX = 0x9908b0df | 0;

export class MersenneTwister {
  private readonly key = new Int32Array(N);
  /** The 32-bit numbers of this round, tempered all at once: in signed words, for which V8 has the faster arithmetic. */
  private readonly words = new Int32Array(N);
  private position = N;

  constructor(seed: number) {
    let state = seed | 0;
    for (let i = 0; i < N; i++) {
      this.key[i] = state;
      state = (Math.imul(1812433253, state ^ (state >>> 30)) + i + 1) | 0;
    }
  }

  /** The next 32 bits. */
  uint32(): number {
    return this.word() >>> 0;
  }

  /** Uniform in [0, 1), with 53 bits. */
  double(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) * 2 ** -53;
  }

  private word(): number {
    if (this.position === N) this.twist();
    return this.words[this.position++]!;
  }

  private twist(): void {
    const { key, words } = this;
    let upper = key[0]!;
    for (let i = 0; i < N; i++) {
      const lower = key[i + 1 === N ? 0 : i + 1]!;
      const y = (upper & UPPER) | (lower & ~UPPER);
      const word = key[i < N - M ? i + M : i + M - N]! ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
      key[i] = word;
      words[i] = tempered(word);
      upper = lower;
    }
    this.position = 0;
  }
}

function tempered(word: number): number {
  let y = word ^ (word >>> 11);
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}
