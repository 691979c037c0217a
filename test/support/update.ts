/** Whether expected files are to be rewritten: `UPDATE=1`. A CI run that rewrote them would pass whatever happens. */
export function isUpdating({ UPDATE, CI }: NodeJS.ProcessEnv): boolean {
  if (UPDATE === "1" && CI) throw new Error("UPDATE=1 is refused under CI: expected files are rewritten by hand only");
  return UPDATE === "1";
}

export const updating = isUpdating(process.env);
