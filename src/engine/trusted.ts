/** As much of Trusted Types as is used; TypeScript's own library doesn't have them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: {createScriptURL(url: string): string | null}): unknown;
  readonly defaultPolicy: unknown;
}

/**
 * Lets scripts of workers come from `blob:` addresses of this page, and from nowhere else, where the page's policy asks for
 * Trusted Types. A worker from a `blob:` inherits the page's policy; one from a URL would not.
 */
export function trustBlobWorkers(): void {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  const own = `blob:${location.origin}/`;
  trustedTypes.createPolicy('default', {createScriptURL: (url) => (url.startsWith(own) ? url : null)});
}
