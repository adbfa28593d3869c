// What the fuzzed requests of residents and of staff have in common: how they are drawn, how long they may take, what every answer owes.
import fc from "fast-check";

const TOO_LONG_MS = 20_000;

export const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });

const ODD = [
  "",
  "0",
  "-1",
  "null",
  "NaN",
  "__proto__",
  "constructor",
  "１３８００１３８０００",
  "2026-02-30",
  "\0",
  "\ud800",
  "%",
];
export const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.constantFrom(...ODD));
export const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

type App = { request(path: string, init: RequestInit): Response | Promise<Response> };
type Sent = { method: string; origin: string; type: string; key: string; cookie?: string; body: BodyInit };

/** What can be said of every answer, and its words. It fails where it takes too long. */
export async function ask(app: App, path: string, { method, origin, type, key, cookie, body }: Sent) {
  const answer = async () => {
    const response = await app.request(path, {
      method,
      headers: { origin, "content-type": type, "idempotency-key": key, ...(cookie && { cookie }) },
      ...(method !== "GET" && method !== "HEAD" && { body }),
    });
    const text = await response.text();
    const isProblem = response.headers.get("content-type") === "application/problem+json";
    const sound = response.status < 400 || method === "HEAD" || (isProblem && JSON.parse(text).status === response.status);
    return { status: response.status, sound, stored: response.headers.get("cache-control"), text };
  };
  return Promise.race([answer(), tooLong()]);
}

const tooLong = () => new Promise<never>((_, fail) => setTimeout(() => fail(new Error("it hangs")), TOO_LONG_MS).unref());
