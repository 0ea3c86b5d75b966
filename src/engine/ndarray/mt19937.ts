/** @file The Mersenne Twister with NumPy's legacy seeding. Source: Matsumoto and Nishimura (1998); numpy/random/src/mt19937. */

const N = 624;
const M = 397;

export class MersenneTwister {
  private readonly key = new Uint32Array(N);
  private position = N;

  constructor(seed: number) {
    let state = seed >>> 0;
    for (let i = 0; i < N; i++) {
      this.key[i] = state;
      state = (Math.imul(1812433253, state ^ (state >>> 30)) + i + 1) >>> 0;
    }
  }

  /** The next 32 bits. */
  uint32(): number {
    if (this.position === N) this.twist();
    let y = this.key[this.position++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Uniform in [0, 1), with 53 bits. */
  double(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  private twist(): void {
    const { key } = this;
    for (let i = 0; i < N; i++) {
      const y = (key[i]! & 0x80000000) | (key[(i + 1) % N]! & 0x7fffffff);
      key[i] = key[(i + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
