import { askCode } from "../../../shared/session/contract.ts";
import { solve } from "../../../shared/session/puzzle.ts";
import { type Answer, call } from "../../call.ts";
import { clearNotice, showNotice } from "../../notice.ts";

type Who = { number: string; name: string };
type BusyWords = { busyTitle: string; busyText: string };
type Solved = { answer?: Awaited<ReturnType<typeof solve>> };

/** Asks for a code. */
export const sendCode = ({ number, name }: Who, words: BusyWords) =>
  askAlsoInRush((solved) => call(askCode, { body: { number, name, ...solved } }), words);

/** In a rush the page first does a small sum by itself, and the person only reads that it takes a moment. */
export async function askAlsoInRush<Value>(
  ask: (solved: Solved) => Promise<Answer<Value>>,
  words: BusyWords,
): Promise<Answer<Value>> {
  const answer = await ask({});
  const challenge = answer.is === "problem" && answer.problem.challenge;
  if (!challenge) return answer;
  showNotice(words.busyTitle, [words.busyText]);
  const solved = await solve(challenge, sha256);
  clearNotice();
  return ask({ answer: solved });
}

const sha256 = async (text: string) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
