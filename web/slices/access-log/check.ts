// The check itself, as it runs in the person's browser: it reads the whole chain, the proofs and what was published for everybody,
// and says in words what it found.
import type { Proof, Root } from "../../../shared/access-log/chain.ts";
import { type AccessLog, type Logged, readProofs, readRoots } from "../../../shared/access-log/contract.ts";
import { type Verdict, verify } from "../../../shared/access-log/verify.ts";
import { call } from "../../call.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { accessLogChecked } from "../../messages/access-log.ts";
import type { Lang } from "../../messages/both.ts";
import { fill } from "../../words.ts";
import type { Read } from "../access-log.ts";
import { digestInBrowser } from "./digest.ts";

type Words = Record<keyof typeof accessLogChecked.zh, string>;
type Show = (result: Node[]) => void;

class Unread extends Error {}

export const checkIn = (lang: Lang, words: Words) =>
  /** All rows there are; what was found goes to `show`. */
  async function check(first: AccessLog, read: Read, child: string | undefined, show: Show): Promise<Logged[]> {
    const rows = [...first.rows];
    for (let { before } = first; before !== undefined; ) {
      const more = await read({ before: String(before) });
      if (more.is !== "value") throw new Unread();
      rows.push(...more.value.rows);
      before = more.value.before;
    }
    const line = (text: string) => element("p", {}, ...withPhones(text));
    if (!isSecureContext || !crypto.subtle) {
      show([line(words.unable)]);
      return rows;
    }
    const published = await publishedFor(rows, child);
    const { proofs, roots } = published ?? { proofs: [], roots: [] };
    const verdict = await verify({ chain: first.chain, rows, proofs, roots, asOf: first.asOf }, digestInBrowser);
    // Without the seals nothing can be said about them: an outage is no fault of the log.
    const troubles = verdict.troubles.filter(({ what }) => published || what !== "seal");
    show(inWords({ ...verdict, troubles }, rows, published !== undefined));
    return rows;

    function inWords(
      { numbered, sealed, sealedTo, waiting, unknown, troubles: found }: Verdict,
      all: Logged[],
      isSealed: boolean,
    ) {
      const quiet = all.filter((row) => row.quiet).length;
      const young = numbered - sealed;
      const said = [
        numbered === 0 && words.none,
        numbered > 0 && found.length === 0 && fill(words.whole, { n: numbered }),
        sealedTo && fill(words.sealedTo, { date: dateIn(lang, sealedTo) }),
        isSealed && young > 0 && found.length === 0 && fill(words.young, { n: young }),
        waiting > 0 && fill(words.waiting, { n: waiting }),
        quiet > 0 && fill(words.quiet, { n: quiet }),
        unknown > 0 && fill(words.unknown, { n: unknown }),
        !isSealed && words.unread,
      ].filter((text): text is string => Boolean(text));
      if (found.length === 0) return [line(said.join(lang === "zh" ? "" : " "))];
      const each = found.map((trouble) => {
        const number = "number" in trouble ? trouble.number : "";
        const time = "at" in trouble ? `${dateIn(lang, trouble.at.slice(0, 10))} ${trouble.at.slice(11, 16)}` : "";
        const date = "day" in trouble ? dateIn(lang, trouble.day) : "";
        return element("li", {}, fill(words[trouble.what], { number, time, date }));
      });
      const title = element("p", {}, element("span", { class: "tag warn" }, fill(words.wrong, { n: found.length })));
      return [title, element("ul", {}, ...each), line(words.wrongText), ...(said.length > 0 ? [line(said.join(" "))] : [])];
    }
  };

/** Every proof of theirs, and the roots of the months in which they were looked at. Undefined: they cannot be read now. */
async function publishedFor(rows: Logged[], child: string | undefined): Promise<{ proofs: Proof[]; roots: Root[] } | undefined> {
  const proofs: Proof[] = [];
  let before: string | undefined;
  do {
    const answer = await call(readProofs, { query: { ...(child && { for: child }), ...(before && { before }) } });
    if (answer.is !== "value") return undefined;
    proofs.push(...answer.value.proofs);
    before = answer.value.before;
  } while (before);
  const days = [...rows.flatMap(({ link }) => link?.day ?? []), ...proofs.map(({ day }) => day)];
  const roots: Root[] = [];
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
    const answer = await call(readRoots, { params: { month } });
    if (answer.is !== "value") return undefined;
    roots.push(...answer.value.roots);
  }
  return { proofs, roots };
}
