// The pages' only way to the API: typed by the contracts it obeys, and never throwing.
import * as v from "valibot";
import { ReadProblem } from "../shared/kernel/answers.ts";
import type { Contract } from "../shared/kernel/contract.ts";
import { leaveToSignIn } from "./paths.ts";

/** `slow` no answer in time, `lost` no answer at all: nobody knows whether it arrived. `broken`: an answer that is our fault. */
export type Outage = { because: "offline" | "slow" | "lost" | "broken"; retryAfterSeconds?: number | undefined };

export type Answer<Value> =
  | { is: "value"; value: Value }
  | { is: "problem"; type: string; problem: ReadProblem }
  | { is: "outage"; outage: Outage };

type Input<Schema> = Schema extends v.GenericSchema ? v.InferInput<Schema> : undefined;
type Output<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : undefined;
type Reply<Route extends Contract> = Route extends { reply: infer Schema } ? Output<Schema> : undefined;

export type Asked<Route extends Contract> = {
  /** For `:receipt` and the like in the path. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Of attemptFor(form). */
  attemptKey?: string;
  /** What to do when the session is over: sign in and come back (default), or let the caller see the problem. */
  signedOut?: "leave" | "tell";
  timeoutMs?: number;
} & (Route extends { body: infer Schema } ? { body: Input<Schema> } : { body?: undefined });

const TIMEOUT_MS = 15_000; // the function itself gives up after 10 s; the rest is the network's

export async function call<const Route extends Contract>(route: Route, asked: Asked<Route>): Promise<Answer<Reply<Route>>> {
  const outage = (because: Outage["because"], retryAfterSeconds?: number) =>
    ({ is: "outage", outage: { because, retryAfterSeconds } }) as const;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), asked.timeoutMs ?? TIMEOUT_MS);
  try {
    const response = await fetch(addressOf(route, asked), {
      method: route.method,
      credentials: "same-origin",
      cache: "no-store",
      signal: stop.signal,
      headers: {
        ...(asked.body !== undefined && { "content-type": "application/json" }),
        ...(asked.attemptKey && { "idempotency-key": asked.attemptKey }),
      },
      body: JSON.stringify(asked.body), // none where there is none
    });
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (response.ok) {
      const value = route.reply ? v.safeParse(route.reply, answer) : { success: true as const, output: undefined };
      return value.success ? { is: "value", value: value.output as Reply<Route> } : outage("broken");
    }
    const problem = v.safeParse(ReadProblem, answer);
    if (!problem.success || response.status >= 500)
      return outage("broken", problem.success ? problem.output.retryAfterSeconds : undefined);
    if (response.status === 401 && route.signedIn && asked.signedOut !== "tell") return leaveToSignIn();
    return { is: "problem", type: problem.output.type.replace(/^.*\//, ""), problem: problem.output };
  } catch (error) {
    if (stop.signal.aborted) return outage("slow");
    if (error instanceof SyntaxError) return outage("broken"); // no JSON
    return outage(navigator.onLine ? "lost" : "offline");
  } finally {
    clearTimeout(timer);
  }
}

/** In the frame of an agent who acts for somebody (web/slices/staff/acting.ts) a page asks below their ticket; anywhere else, nowhere else. */
const actingAt = () => (frameElement as HTMLIFrameElement | null)?.name ?? "";

function addressOf(
  route: Contract,
  { params = {}, query }: { params?: Record<string, string>; query?: Record<string, string> },
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  return `/api${actingAt()}${path}${query ? `?${new URLSearchParams(query)}` : ""}`;
}
