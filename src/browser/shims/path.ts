/** What Node's own module of this name has, for a browser. */
export * from "pathe";
export * as posix from "pathe";
