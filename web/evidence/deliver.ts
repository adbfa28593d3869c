import type { ReadProblem } from "../../shared/kernel/answers.ts";
import type { EvidenceWords } from "../messages/evidence.ts";
import type { FormWords } from "../messages/kit.ts";
import { whenToTry } from "../notice.ts";
import { fill } from "../words.ts";
import type { KeptPieces } from "./kept.ts";
import type { Prepared } from "./picture.ts";
import type { Row } from "./row.ts";
import { send } from "./send.ts";

const WAITS_SECONDS = [3, 6, 12, 24, 48];

/** `prepared` until it has arrived; `stop` while it is on its way. */
export type Piece = { id: string; row: Row; kept: boolean; prepared?: Prepared | undefined; stop?: () => void };
export type Where = {
  /** What has not arrived, on this device. */
  pieces: KeptPieces;
  draft: string;
  purpose: string;
  words: EvidenceWords & FormWords;
  /** For who cannot see the page. */
  say(text: string): void;
  update(): void;
};

export async function begin(piece: Piece, prepared: Prepared, where: Where): Promise<void> {
  piece.stop?.();
  Object.assign(piece, { prepared, kept: false });
  piece.row.show(prepared.thumbnail, "PDF");
  await where.pieces.keep(piece.id, prepared).catch(() => {}); // the page itself still holds it
  await deliver(piece, where);
}

/** Until it has arrived, or somebody has to do something about it. It waits by itself while there is no network. */
export async function deliver(piece: Piece, where: Where): Promise<void> {
  const { row, prepared } = piece;
  const { words } = where;
  if (!prepared) return;
  piece.stop?.();
  let stopped = false;
  where.update();
  for (const seconds of [...WAITS_SECONDS, 0]) {
    const tell = (percent: number) => row.say(fill(words["piece.sending"], { percent }), { percent });
    tell(0);
    const sending = send({ ...where, id: piece.id, blob: prepared.blob }, tell);
    piece.stop = () => {
      stopped = true;
      sending.stop();
    };
    const answer = await sending.answer;
    if (stopped) return;
    if (answer.is === "value") return arrived(piece, where);
    if (answer.is === "problem") return refused(piece, answer.problem, where);
    if (seconds === 0) break;
    row.say(navigator.onLine ? words["piece.later"] : words["piece.offline"], { again: true });
    await whenItMayWork(seconds);
    if (stopped) return;
  }
  row.say("", { trouble: words["piece.stopped"], again: true });
}

function arrived(piece: Piece, { words, say, update, pieces }: Where): void {
  pieces.drop(piece.id).catch(() => {}); // it is told that it has arrived once more
  Object.assign(piece, { prepared: undefined, kept: true });
  piece.row.say(words["piece.kept"]);
  say(fill(words["piece.saidKept"], { name: piece.row.name }));
  update();
}

/** What was there before it is there still; the person sees why this one is not. */
function refused(piece: Piece, { type, findings, retryAfterSeconds }: ReadProblem, { words, say, pieces }: Where): void {
  const texts: Record<string, string> = words;
  const codes = [...findings.map(({ code }) => code), `problem.${type.replace(/^.*\//, "")}`];
  const found = codes.map((code) => texts[code]).find(Boolean) ?? words["problem.refused"];
  const text = retryAfterSeconds ? whenToTry(retryAfterSeconds, words) : found;
  if (!retryAfterSeconds) pieces.drop(piece.id).catch(() => {});
  piece.row.say("", { trouble: text, again: Boolean(retryAfterSeconds) });
  say(text);
}

/** After so many seconds, or as soon as there is a network again. */
export const whenItMayWork = (seconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, seconds * 1000);
    addEventListener("online", () => done(), { once: true });
  });
