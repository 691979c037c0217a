declare const __SCORE_VERSION__: string;
declare const __SCORE_BUILD__: string | undefined;

/** Put in by the build, from package.json. */
export const version = __SCORE_VERSION__;

/** Tells builds of the program apart, also of one version; undefined where it runs from its sources. */
export const build = typeof __SCORE_BUILD__ === "undefined" ? undefined : __SCORE_BUILD__;
