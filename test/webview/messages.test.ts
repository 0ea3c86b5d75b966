import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../webview/messages.js';

const draw = { type: 'draw', number: 1, svg: '<svg/>', scale: 2, purpose: 'file' };

describe('a message from the extension', () => {
  it('passes where it is one', () => {
    expect(parseMessage(draw)).toEqual(draw);
    expect(parseMessage({ type: 'select', ids: ['v1'], heard: 0 })).toEqual({ type: 'select', ids: ['v1'], heard: 0 });
  });

  it.each([
    [{ ...draw, scale: 0 }, 'scale: expected a number above 0, got 0'],
    [{ ...draw, scale: Infinity }, 'scale: expected a number above 0, got Infinity'],
    [{ ...draw, number: 1.5 }, 'number: expected an integer from 0, got 1.5'],
    [{ ...draw, purpose: 'printer' }, 'purpose: expected "file" or "clipboard", got "printer"'],
    [{ ...draw, svg: null }, 'svg: expected a string, got null'],
    [{ type: 'eval' }, 'type: expected "state" or "select" or "draw" or "page", got "eval"'],
    [{ type: 'toString' }, 'type: expected "state" or "select" or "draw" or "page", got "toString"'],
    [null, 'type: expected "state" or "select" or "draw" or "page", got none'],
  ])('is refused with what is wrong: %o', (message, why) => {
    expect(() => parseMessage(message)).toThrow(why);
  });
});
