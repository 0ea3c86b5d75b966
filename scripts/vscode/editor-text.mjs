// @ts-check
/** @file Finds words on the screen: where in the visible text of the active editor a word stands. */

/**
 * The middle of a whole word in the active editor, in pixels of the page; undefined while it is not on the screen.
 * Inlay hints and code lenses are no text of the file and are passed over.
 * @param {import('playwright-core').Page} page
 * @param {string} word
 * @param {{ line?: number, occurrence?: number }} options line from 1 (default: any); occurrence from 0, within the line or the screen
 * @returns {Promise<{ x: number, y: number } | undefined>}
 */
export function findWord(page, word, { line, occurrence = 0 }) {
  return page.evaluate(
    ({ word, line, occurrence }) => {
      const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
      if (!editor) return undefined;
      const numbers = [...editor.querySelectorAll('.margin-view-overlays > div')].map(row => ({
        top: Math.round(row.getBoundingClientRect().top),
        number: Number(row.querySelector('.line-numbers')?.textContent),
      }));
      /** @param {Element} row */
      const numberOf = row => numbers.find(other => other.top === Math.round(row.getBoundingClientRect().top))?.number;
      const rows = [...editor.querySelectorAll('.view-lines > .view-line')]
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .filter(row => line === undefined || numberOf(row) === line);

      let left = occurrence;
      for (const row of rows) {
        const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (node.parentElement?.closest('[class*="dyn-rule"], .inlay-hint')) continue;
          const text = node.textContent ?? '';
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            const around = (text[at - 1] ?? '') + (text[at + word.length] ?? '');
            if (/\w/.test(word) && /[\w$]/.test(around)) continue; // a part of a longer name
            if (left-- > 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            const box = range.getBoundingClientRect();
            return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
          }
        }
      }
      return undefined;
    },
    { word, ...(line !== undefined && { line }), occurrence },
  );
}
