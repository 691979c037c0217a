/**
 * What became of a node for one subject: it counts, does not apply (`when`), was skipped by its `missing` policy so that
 * the area or the total is scaled, or its score is missing.
 */
export type NodeState = "counts" | "none" | "skip_area" | "skip_total" | "missing";
