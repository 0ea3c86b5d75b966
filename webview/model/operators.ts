/** @file The operator that a Function class stands for, where the language has one. */

const signs: Readonly<Record<string, string>> = {
  Add: '+', Sub: '−', RSub: '−', Mul: '×', Div: '÷', RDiv: '÷', Neg: '−', Pow: '^', RPow: '^', Square: 'x²', Sqrt: '√', Sum: 'Σ', MatMul: '@', Matmul: '@', Transpose: 'ᵀ',
};

/** The sign of an op, or null: `Mul` → `×`. */
export function operatorSign(op: string): string | null {
  return Object.hasOwn(signs, op) ? signs[op]! : null;
}
