import type { Block } from './block.js';
export function print(block: Block): string { return String(block.values); }
