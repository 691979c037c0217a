/** Figures drawn for people. They stand in a table too: who cannot see a chart misses nothing. Doubles, for reading only. */
export interface Chart {
  readonly kind: "chart";
  readonly title: string;
  /** In a sentence, for those who hear it. */
  readonly description: string;
  readonly form: Bars | Histogram | Lines | Intervals | Matrix;
}

/** Each group a bar of its parts, as shares of its sum. */
export interface Bars {
  readonly kind: "bars";
  /** What the parts are, in their order. */
  readonly series: readonly string[];
  readonly groups: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/** How many values lie where, and bounds that parts of them are told apart by. */
export interface Histogram {
  readonly kind: "histogram";
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly bounds: readonly { readonly at: number; readonly label: string }[];
  readonly axis: string;
}

/** Values of several things over time. */
export interface Lines {
  readonly kind: "lines";
  /** Points of time, in order. */
  readonly times: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly (number | undefined)[] }[];
  readonly axis: string;
}

/** How much there is of each of some pairs. */
export interface Matrix {
  readonly kind: "matrix";
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** How many groups the pairs are in, from 0. */
  readonly groups: number;
  /** `share`: from 0 to 1. */
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    readonly share: number;
    readonly group: number;
  }[];
}

/** An estimate and how far it is certain, for each of several things, around 0. */
export interface Intervals {
  readonly kind: "intervals";
  readonly points: readonly {
    readonly label: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly axis: string;
}
