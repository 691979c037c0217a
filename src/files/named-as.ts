/** What a file is, as far as its name tells: a sheet is never written in YAML or JSON, nor a rubric or a plan as a table. */
export const isNamedAsRubric = (name: string): boolean => /\.(?:ya?ml|json)$/i.test(name);

/** With or without the name of a tab behind it. */
export const isNamedAsSheet = (name: string): boolean => /\.(?:csv|tsv|xls[xmb]?|ods|numbers)(?:#.+)?$/i.test(name);
