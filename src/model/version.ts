declare const __SCORE_VERSION__: string;

/** Put in by the build, from package.json. */
export const version = __SCORE_VERSION__;
