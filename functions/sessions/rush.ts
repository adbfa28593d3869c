// So many codes a minute for the whole service; beyond that the asking page first does a small sum (shared/session/puzzle.ts).
import { createHash } from "node:crypto";
import type { Challenge } from "../../shared/kernel/answers.ts";
import { type Answer, textToDigest, zeroBits } from "../../shared/session/puzzle.ts";
import { logMetric } from "../log.ts";
import type { Counters } from "./counters.ts";
import { type Seal, sameSeal } from "./seal.ts";

const CHALLENGE_SECONDS = 300;
const FIRST_BITS = 14; // some 16,000 digests: a second or two on an old phone
const MOST_BITS = 19;

/** Undefined: go on. Nothing is stored: the challenge is sealed for one number, so an answer is of no use for another one. */
export async function challengeIn(
  counters: Counters,
  ceiling: number,
  { seal, subject, now, answer }: { seal: Seal; subject: string; now: number; answer: Answer | undefined },
): Promise<Challenge | undefined> {
  const asked = await counters.countInRush(now);
  if (asked === ceiling + 1) logMetric("CodesAboveCeiling", asked); // one of all requests sees just this count
  if (asked <= ceiling) return undefined;

  const sealedFor = (until: number, bits: number) => seal("challenge", `${until}|${bits}|${subject}`);
  if (answer && isAnswered(answer, sealedFor, now)) return undefined;

  const bits = Math.min(FIRST_BITS + Math.floor(Math.log2(asked / ceiling)), MOST_BITS);
  const until = now + CHALLENGE_SECONDS;
  return { text: `${until}.${bits}.${sealedFor(until, bits)}`, bits };
}

function isAnswered(answer: Answer, sealedFor: (until: number, bits: number) => string, now: number): boolean {
  const [until = "", bits = "", sealed = ""] = answer.text.split(".");
  const ours = sameSeal(sealed, sealedFor(Number(until), Number(bits))) && Number(until) > now;
  return ours && zeroBits(createHash("sha256").update(textToDigest(answer)).digest()) >= Number(bits);
}
