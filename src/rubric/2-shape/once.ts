/** What many ask for, worked out once for each rubric, or each part of one. */
export function once<Of extends object, Fact>(work: (of: Of) => Fact): (of: Of) => Fact {
  const known = new WeakMap<Of, Fact>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const fact = work(of);
    known.set(of, fact);
    return fact;
  };
}
