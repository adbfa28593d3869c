import type { Challenge } from "../../shared/kernel/answers.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";

/** Why not, as http/problem.ts says it: `problem(c, refusal.type, refusal)`. */
export type Refusal = {
  type: "refused" | "wait" | "busy";
  findings: Finding[];
  retryAfterSeconds?: number;
  challenge?: Challenge;
};

type Refused = { readonly ok: false; readonly refusal: Refusal };

/** `waitSeconds`: how long after this one, so that the page can say it at once. */
export const wrong = (waitSeconds: number, ...found: Parameters<typeof finding>): Refused => ({
  ok: false,
  refusal: { type: "refused", findings: [finding(...found)], ...(waitSeconds > 0 && { retryAfterSeconds: waitSeconds }) },
});

export const wait = (retryAfterSeconds: number): Refused => ({
  ok: false,
  refusal: { type: "wait", findings: [], retryAfterSeconds },
});
