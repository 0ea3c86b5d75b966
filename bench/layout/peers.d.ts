/** What is used of the peers: they are installed when the benchmark first runs, and types are checked without them too. */
declare module '@viz-js/viz' {
  interface Rendered {
    readonly status: 'success' | 'failure';
    readonly output: string | undefined;
    readonly errors: readonly { readonly message: string }[];
  }
  export function instance(): Promise<{ render(graph: unknown, options: { format: string }): Rendered }>;
}

declare module 'elkjs' {
  interface Point {
    readonly x: number;
    readonly y: number;
  }
  interface Section {
    readonly startPoint: Point;
    readonly bendPoints?: readonly Point[];
    readonly endPoint: Point;
  }
  interface Laid {
    readonly children: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
    readonly edges: readonly { readonly sections: readonly [Section] }[];
  }
  export default class Elk {
    layout(graph: unknown): Promise<Laid>;
  }
}

declare module '@dagrejs/dagre' {
  interface Point {
    readonly x: number;
    readonly y: number;
  }
  class Graph {
    constructor(options: { multigraph: boolean });
    setGraph(options: { rankdir: string }): void;
    setNode(id: string, size: { width: number; height: number }): void;
    setEdge(source: string, target: string, label: object, name: string): void;
    node(id: string): Point;
    edge(source: string, target: string, name: string): { readonly points: readonly Point[] };
  }
  const dagre: { readonly graphlib: { readonly Graph: typeof Graph }; layout(graph: Graph): void };
  export default dagre;
}
