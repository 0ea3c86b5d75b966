/** @file What a snippet says of itself: the first words of its first comment. */

/** The first comment's first line with words in it. */
export function firstComment(text: string): string {
  const comment = /^\s*(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(text)?.[0] ?? '';
  const lines = comment.split('\n').map(line => line.replace(/^\s*(?:\/\/+|\/\*+|\*+\/?)\s?|\*+\/\s*$/g, '').trim());
  return lines.find(line => line !== '')?.replace(/^@file\s+/, '') ?? '';
}
