import { askCode } from "../../../shared/session/contract.ts";
import { solve } from "../../../shared/session/puzzle.ts";
import { call } from "../../call.ts";
import { clearNotice, showNotice } from "../../notice.ts";

type Who = { number: string; name: string };

/** Asks for a code. In a rush the page first does a small sum by itself, and the person only reads that it takes a moment. */
export async function sendCode({ number, name }: Who, words: { busyTitle: string; busyText: string }) {
  const answer = await call(askCode, { body: { number, name } });
  const challenge = answer.is === "problem" && answer.problem.challenge;
  if (!challenge) return answer;
  showNotice(words.busyTitle, [words.busyText]);
  const solved = await solve(challenge, sha256);
  clearNotice();
  return call(askCode, { body: { number, name, answer: solved } });
}

const sha256 = async (text: string) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
