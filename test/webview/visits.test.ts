import { describe, expect, it } from 'vitest';
import { Visits } from '../../webview/visits.js';

const all = (): boolean => true;

describe('the nodes that were selected', () => {
  it('are gone back to, and forward again', () => {
    const visits = new Visits();
    for (const id of ['a', 'b', 'b', 'c']) visits.add(id);
    expect([visits.go(-1, all), visits.go(-1, all), visits.go(-1, all)]).toEqual(['b', 'a', null]);
    expect([visits.go(1, all), visits.go(1, all), visits.go(1, all)]).toEqual(['b', 'c', null]);
  });

  it('that were ahead are forgotten when another one is selected', () => {
    const visits = new Visits();
    for (const id of ['a', 'b']) visits.add(id);
    visits.go(-1, all);
    visits.add('c');
    expect(visits.can(1, all)).toBe(false);
    expect(visits.can(-1, all)).toBe(true);
    expect(visits.go(-1, all)).toBe('a');
  });

  it('that the graph has no more are passed by', () => {
    const visits = new Visits();
    for (const id of ['a', 'gone', 'c']) visits.add(id);
    expect(visits.go(-1, id => id !== 'gone')).toBe('a');
    expect(visits.go(1, id => id !== 'gone')).toBe('c');
  });
});
