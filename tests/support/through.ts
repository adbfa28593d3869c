import type { Started } from "./app.ts";
import { ORIGIN } from "./post.ts";

/** A request of a browser, which knows the site under the address of the test, as the app knows its own. */
export function through(app: Started["app"], request: Request): Response | Promise<Response> {
  const headers = new Headers(request.headers);
  if (headers.get("origin") === new URL(request.url).origin) headers.set("origin", ORIGIN);
  return app.fetch(new Request(request, { headers }));
}
