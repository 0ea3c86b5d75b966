/** @file TypeScript's diagnostics in a snippet, from the bundled server as an editor starts it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { offsetOf, step18 } from './sample-report.js';
import { withServer, writeFiles, type BuiltServer, type Client } from './server-process.js';

let server: BuiltServer, client: Client, folder: string;
withServer(started => { ({ server, client, folder } = started); });

let opened = 0;
/** The errors; not the hints that only grey out what is unused. */
async function diagnose(text: string, name = `snippet${++opened}.dz.ts`): Promise<string[]> {
  const uri = client.open(join(folder, name), text);
  const found = await client.diagnostics(uri);
  // Each open document is checked again whenever one changes.
  client.close(uri);
  return found.filter(({ severity }) => severity === DiagnosticSeverity.Error).map(each => describeDiagnostic(each, text));
}

/** `TS2322 'y' …`: the code, the source text it is about, the message. */
function describeDiagnostic({ code, range, message }: Diagnostic, text: string): string {
  const line = text.split('\n')[range.start.line]!;
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  return `${range.start.line + 1}: TS${code} \`${line.slice(range.start.character, end)}\` ${message}`;
}

const head = `import { Variable, np } from 'dezero';
const a = new Variable(np.array(3.0)), b = new Variable(np.array(2.0));
`;

describe('operators are typed', () => {
  it('finds nothing wrong with the snippet of the language\'s description', async () => {
    expect(await diagnose(step18)).toEqual([]);
  });

  it('knows that a product of Variables is a Variable', async () => {
    expect(await diagnose(`${head}const y: string = a * b;\nconsole.log(y);\n`))
      .toEqual([expect.stringMatching(/^3: TS2322 `y` Type 'Variable' is not assignable to type 'string'/)]);
  });

  it('takes numbers on either side, and every operator', async () => {
    expect(await diagnose(`${head}let y: Variable = 2 * a - 1 / b + (-a) ** 2;\ny += 1; y -= a; y *= 2; y /= b; y **= 2;\nconsole.log(y);\n`)).toEqual([]);
  });

  it('leaves numbers, strings and bigints to JavaScript', async () => {
    expect(await diagnose('const n: number = 2 * 3 ** 2; const s: string = \'a\' + n; const big: bigint = 2n * 3n;\nconsole.log(n, s, big);\n')).toEqual([]);
  });

  it('refuses a string as an operand, in the words of operators', async () => {
    const found = await diagnose(`${head}console.log('a' * b);\n`);
    expect(found).toEqual(["3: TS2365 `'a' * b` Operator '*' cannot be applied to types 'string' and 'Variable'."]);
  });

  it('names the operand that may be null, at its place', async () => {
    expect(await diagnose(`${head}const grad = a.grad;\nconst other: Variable | null = Math.random() > 2 ? b : null;\nconsole.log(grad, a * other);\n`))
      .toEqual(["5: TS18047 `other` 'other' is possibly 'null'."]);
  });

  it('tells once how a number becomes a Variable in a compound assignment', async () => {
    expect(await diagnose(`${head}let s = 0;\ns += a * b;\nconsole.log(s);\n`)).toEqual([
      expect.stringMatching(/^4: TS2322 `s` Type 'Variable' is not assignable to type 'number'.*let s: Variable \| number = 0/s),
    ]);
  });

  it('keeps the syntax error of a half-typed operation, and adds no other', async () => {
    const found = await diagnose(`${head}const y = a * ;\nconsole.log(y);\n`);
    expect(found).toEqual([expect.stringMatching(/^3: TS1109 .*Expression expected/)]);
  });

  it('answers to what is typed now', async () => {
    const text = `${head}const y: string = a * b;\nconsole.log(y);\n`;
    const uri = client.open(join(folder, 'edited.dz.ts'), text);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    client.change(uri, text.replace('string', 'Variable'));
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});

describe('a snippet\'s surroundings', () => {
  it('are JavaScript, timers and console, and neither Node nor a page', async () => {
    expect(await diagnose('setTimeout(() => console.table([1]), 10);\nconsole.log(structuredClone([1]), await Promise.resolve(1));\n')).toEqual([]);
    expect(await diagnose('console.log(process.env);\n')).toEqual(["1: TS2304 `process` Cannot find name 'process'."]);
    expect(await diagnose('console.log(document.title);\n')).toEqual(["1: TS2304 `document` Cannot find name 'document'."]);
  });

  it('are other snippets and TypeScript files beside it', async () => {
    writeFiles(folder, {
      'model.dz.ts': `import { Variable } from 'dezero';\nexport const twice = (x: Variable) => x * 2;\n`,
      'plain.ts': `import { Variable } from 'dezero';\nexport const rate = 0.1 * new Variable(1);\n`,
    });
    const text = `import { twice } from './model.dz';\nimport { rate } from './plain';\nimport { Variable } from 'dezero';\nconst y: string = twice(rate), z: Variable = rate;\nconsole.log(y, z);\n`;
    expect(await diagnose(text)).toEqual([expect.stringMatching(/^4: TS2322 `y` Type 'Variable'/)]);
    expect(await diagnose(text.replace('./model.dz', './model').replace('./plain', './plain.ts'))).toHaveLength(1);
  });

  it('are no packages, though they may be installed', async () => {
    const packages = server.folder('snippets/node_modules/left-pad');
    writeFiles(packages, { 'package.json': '{ "name": "left-pad", "version": "1.0.0", "types": "index.d.ts" }', 'index.d.ts': 'export const pad: string;\n' });
    expect(await diagnose(`import { pad } from 'left-pad';\nconsole.log(pad);\n`)).toEqual([
      "1: TS2307 `'left-pad'` Cannot import 'left-pad': a snippet may import from 'dezero' and from relative .dz.ts or .ts files only.",
    ]);
  });

  it('do not change with a tsconfig beside it', async () => {
    const project = server.folder('snippets/project');
    writeFiles(project, { 'tsconfig.json': '{ "compilerOptions": { "strict": false, "lib": ["es5"], "paths": { "dezero": ["./nothing.ts"] } }, "include": ["*.ts"] }' });
    expect(await diagnose(step18, 'project/inside.dz.ts')).toEqual([]);
    expect(await diagnose('const list = [1, 2].findLast(n => n > 1);\nconst sure: number = list;\nconsole.log(sure);\n', 'project/strict.dz.ts'))
      .toEqual([expect.stringMatching(/^2: TS2322 `sure`/)]);
  });
});

it('never offers the helper\'s name in completions', async () => {
  const text = `${head}const y = a * b;\n\n`;
  const uri = client.open(join(folder, 'completions.dz.ts'), text);
  await client.diagnostics(uri);
  const list = await client.connection.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
    textDocument: { uri }, position: { line: 3, character: 0 }, context: { triggerKind: 1 },
  });
  const labels = list.items.map(({ label }) => label);
  expect(labels).toContain('a');
  expect(labels).not.toContain('__dz');
});

it('helps with the arguments of the call around an operator', async () => {
  const text = `import { square, Variable } from 'dezero';\nconst a = new Variable(1);\nconsole.log(square(a * a));\n`;
  const uri = client.open(join(folder, 'signature.dz.ts'), text);
  await client.diagnostics(uri);
  const before = text.slice(0, offsetOf(text, 'a))') + 1).split('\n');
  const help = await client.connection.sendRequest<{ signatures: { label: string }[] }>('textDocument/signatureHelp', {
    textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length }, context: { triggerKind: 1, isRetrigger: false },
  });
  expect(help.signatures[0]!.label).toMatch(/^square\(/);
});
