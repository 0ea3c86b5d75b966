import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoundTrips } from '../../src/extension/round-trips.js';

describe('round trips', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });
  const limits = { limitMs: 1000, late: () => new Error('late') };

  it('give each question the answer with its number, in whichever order they come', async () => {
    const trips = new RoundTrips<{ number: number; text: string }>();
    const asked: number[] = [];
    const [first, second] = [1, 2].map(() => trips.start(number => asked.push(number), limits));
    expect(asked).toEqual([1, 2]);
    trips.settle({ number: 2, text: 'b' });
    trips.settle({ number: 7, text: 'nobody asked' });
    trips.settle({ number: 1, text: 'a' });
    expect([(await first)!.text, (await second)!.text]).toEqual(['a', 'b']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fail when no answer comes in time, and drop one that comes later', async () => {
    const trips = new RoundTrips<{ number: number }>();
    const late = expect(trips.start(() => undefined, limits)).rejects.toThrow('late');
    await vi.advanceTimersByTimeAsync(1000);
    await late;
    trips.settle({ number: 1 });
    const next = trips.start(() => undefined, limits);
    trips.settle({ number: 2 });
    expect(await next).toEqual({ number: 2 });
  });

  it('fail at once when no answer can come any more, or the question could not be asked', async () => {
    const trips = new RoundTrips<{ number: number }>();
    const closed = expect(trips.start(() => undefined, limits)).rejects.toThrow('closed');
    trips.giveUp(new Error('closed'));
    await closed;
    await expect(trips.start(() => { throw new Error('no way'); }, limits)).rejects.toThrow('no way');
    expect(vi.getTimerCount()).toBe(0);
  });
});
