import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../src/engine/errors/catalogue.js';
import { configErrors } from '../../../src/engine/errors/config.js';
import { dataErrors } from '../../../src/engine/errors/data.js';
import { datasetErrors } from '../../../src/engine/errors/datasets.js';
import { functionErrors } from '../../../src/engine/errors/functions.js';
import { graphErrors } from '../../../src/engine/errors/graph.js';
import { indexErrors } from '../../../src/engine/errors/indices.js';
import { layerErrors } from '../../../src/engine/errors/layers.js';
import { optimizerErrors } from '../../../src/engine/errors/optimizers.js';
import { randomErrors } from '../../../src/engine/errors/random.js';
import { ruleErrors } from '../../../src/engine/errors/rules.js';
import { shapeErrors } from '../../../src/engine/errors/shapes.js';
import { cases } from './cases.js';
import { thrownBy } from './snippet.js';

const topics = {
  config: configErrors, data: dataErrors, datasets: datasetErrors, functions: functionErrors, graph: graphErrors, indices: indexErrors,
  layers: layerErrors, optimizers: optimizerErrors, random: randomErrors, rules: ruleErrors, shapes: shapeErrors,
};

/** Broken at spaces, so that a reader need not scroll. */
function wrapped(text: string, width = 120): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('the error catalogue', async () => {
  const sections: string[] = [];
  const provoked = new Set<string | undefined>();
  for (const [title, snippets] of Object.entries(cases)) {
    const texts = [`${title}\n${'='.repeat(title.length)}`];
    for (const snippet of snippets) {
      const error = await thrownBy(snippet);
      provoked.add(entryOf(error));
      texts.push(`${snippet.replaceAll(/^/gm, '    ')}\n${wrapped(String(error))}`);
    }
    sections.push(texts.join('\n\n'));
  }

  it('reads as golden.txt, from top to bottom', async () => {
    await expect(`${sections.join('\n\n\n')}\n`).toMatchFileSnapshot('golden.txt');
  });

  it('has no entry that no snippet provokes', () => {
    const entries = Object.entries(topics).flatMap(([topic, mistakes]) => Object.keys(mistakes).map(name => `${topic}.${name}`));
    expect(entries.filter(entry => !provoked.has(entry))).toEqual([]);
  });

  it('is where each of these errors is from', () => {
    expect(provoked).not.toContain(undefined);
  });
});
