import type { Context } from "hono";
import type { Problem, ProblemType } from "../../shared/kernel/answers.ts";

// The only place that turns a refusal into HTTP. Every answer that is not a success leaves through here.
export const problems = {
  malformed: { status: 400, title: "The request could not be read" },
  "signed-out": { status: 401, title: "Nobody is signed in" },
  "not-this-session": { status: 403, title: "This session may not do that before one more proof" },
  "not-your-role": { status: 403, title: "None of your roles may do that" },
  "foreign-origin": { status: 403, title: "The request does not come from a page of this service" },
  "not-found": { status: 404, title: "There is nothing here" },
  "wrong-method": { status: 405, title: "This address does not know that method" },
  "attempt-reused": { status: 409, title: "Something else was received under this key before" },
  conflict: { status: 409, title: "Things have changed in the meantime" },
  "too-large": { status: 413, title: "The request is larger than it may be" },
  "wrong-content-type": { status: 415, title: "The body is not of the type that belongs here" },
  refused: { status: 422, title: "The request breaks one or more rules" },
  wait: { status: 429, title: "Too many tries; please wait" },
  busy: { status: 429, title: "Very many people are here; one more step, please" },
  unexpected: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "We cannot reach a part of our service now" },
} as const satisfies Record<ProblemType, { status: number; title: string }>;

export type Details = Partial<Pick<Problem, "findings" | "receipt" | "retryAfterSeconds" | "challenge">>;

export function problem(c: Context, type: ProblemType, { findings = [], receipt, retryAfterSeconds, challenge }: Details = {}) {
  const { status, title } = problems[type];
  const said = { type: `/problems/${type}`, status, title, instance: c.get("requestId"), findings };
  if (retryAfterSeconds) c.header("retry-after", String(retryAfterSeconds));
  return c.json({ ...said, receipt, retryAfterSeconds, challenge } satisfies Problem, status, {
    "content-type": "application/problem+json",
  });
}
