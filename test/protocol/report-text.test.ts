/** @file A report as text is the report, and short. */
import { describe, expect, it } from 'vitest';
import { readReport, reportText } from '../../src/protocol/report-text.js';
import { sampleReport } from '../extension/sample-report.js';
import { runSnippet } from '../support/run-snippet.js';

/** As a report comes from another process: no two of its parts are one object. */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a report as text', () => {
  it('reads back as it was, whatever its tensors hold', async () => {
    const report = await runSnippet(`import { Variable, np, noGrad, square } from 'dezero';
const f = (x: Variable) => square(x) + 1;
let y = new Variable(np.array([1, NaN, Infinity]), 'null');
for (let i = 0; i < 3; i++) y = f(y) * new Variable(-0.0) + new Variable(np.array(3, 'int32')) + new Variable(np.array([true])) + new Variable(np.array([1 / 3]));
const empty = new Variable(null), large = new Variable(np.arange(100)), outside = noGrad(() => square(large));
y.backward();
const text = empty.isEmpty ? 'x' : 'y', never = outside;
`);
    expect(report.error).toBeNull();
    expect(readReport(reportText(report))).toEqual(report);
    expect(readReport(reportText(copyOf(report)))).toEqual(copyOf(report));
    expect(readReport(reportText(sampleReport))).toEqual(sampleReport);
  });

  it('keeps the ids of what a truncated report does not hold', () => {
    const [first, ...others] = sampleReport.functions;
    const cut = { ...sampleReport, functions: [{ ...first!, inputs: ['v900', ...first!.inputs], outputs: ['v901'] }, ...others], variables: sampleReport.variables.map(each => ({ ...each, creator: 'f902' })) };
    expect(readReport(reportText(cut))).toEqual(cut);
  });

  it('says once what is said often', async () => {
    const report = await runSnippet(`import { Variable, sin } from 'dezero';
let y = new Variable(1);
for (let i = 0; i < 500; i++) y = sin(y);
y.backward();
`);
    expect(reportText(report).length).toBeLessThan(JSON.stringify(report).length / 4);
    expect(reportText(copyOf(report))).toBe(reportText(report));
  });

  it('is made once', () => {
    expect(reportText(sampleReport)).toBe(reportText(sampleReport));
    const text = ` ${reportText(sampleReport)}`;
    expect(reportText(readReport(text))).toBe(text);
  });

  it('is refused where it is none', () => {
    expect(() => readReport('{}')).toThrow();
    expect(() => readReport('no JSON')).toThrow();
  });
});
