// What is said with every answer, wherever it is served: by CloudFront or by the local platform.

/** The pages carry their own content policy (Astro writes it); who may frame them can only be said here. */
export const securityHeaders = {
  // Our own alone: around residents' pages stands one for an agent who acts for somebody (web/components/pages/StaffActing.astro).
  "content-security-policy": "frame-ancestors 'self'",
  "x-content-type-options": "nosniff",
  // Not no-referrer: a form sent under it has the Origin "null", and writes are only taken from our own.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Only where there is a certificate: on plain http://localhost it would lock people out of their other local servers. */
export const strictTransport = { name: "strict-transport-security", seconds: 63_072_000, includeSubdomains: true } as const;

/** Files whose name holds their hash never change; a page, and a worker that keeps one, is asked for anew each time: one 304. */
export const cacheControlOf = (path: string): string => {
  if (path.startsWith("/_astro/")) return "public, max-age=31536000, immutable";
  return /(?:\.html|-worker\.js|\/)$/.test(path) ? "public, no-cache" : "public, max-age=3600";
};
