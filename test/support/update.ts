/** Whether expected files are to be rewritten: `UPDATE=1`. A CI run that rewrote them would pass whatever happens. */
export const updating = process.env.UPDATE === "1";

if (updating && process.env.CI)
  throw new Error("UPDATE=1 is refused under CI: expected files are rewritten by hand only");
