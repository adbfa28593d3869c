// Is the log whole? Asked by the person's own browser: every row against its link, every link against the one before, the last
// of each day against the root of that day, and the roots against one another.
import { dateOf, type Instant, type PlainDate, plusDays } from "../kernel/calendar.ts";
import { ALGORITHM, type Hash, leafText, linkText, NOTHING_BEFORE, nodeText, type Proof, type Root, rootText } from "./chain.ts";
import type { Logged } from "./contract.ts";

export type Digest = (text: string) => Promise<Hash>;

/**
 * `changed`: a row is not what was put there. `removed`: a number has no row any more. `missing`: a number is not there at all.
 * `inserted`: a row that nobody put there in its time. `seal`: what was published of that day does not fit, or was never published.
 */
export type Trouble =
  | { what: "changed" | "removed" | "missing"; number: number }
  | { what: "inserted"; at: Instant }
  | { what: "seal"; day: PlainDate };

/** `numbered`: rows in the chain. `sealed`: so many of them, up to `sealedTo`. `waiting`: rows of the last hours, not in it yet. */
export type Verdict = {
  numbered: number;
  sealed: number;
  sealedTo?: PlainDate;
  waiting: number;
  troubles: Trouble[];
  /** Links of an algorithm that this code does not know: nothing can be said of them. */
  unknown: number;
};

export type Given = {
  chain: Hash;
  rows: readonly Logged[];
  proofs: readonly Proof[];
  roots: readonly Root[];
  asOf: Instant;
};

const HOUR_MS = 3_600_000;
const HOURS_TO_BE_NUMBERED = 24;

export async function verify({ chain, rows, proofs, roots, asOf }: Given, digest: Digest): Promise<Verdict> {
  const numbered = rows.flatMap(({ link, ...row }) => (link ? [{ ...row, link }] : []));
  numbered.sort((a, b) => a.link.number - b.link.number);
  const troubles: Trouble[] = [];
  let before: Hash = NOTHING_BEFORE;
  let expected = 1;
  let unknown = 0;
  for (const { text, link, row, quiet } of numbered) {
    const { number, day, hash, algorithm } = link;
    for (; expected < number; expected++) troubles.push({ what: "missing", number: expected });
    if (algorithm !== ALGORITHM) unknown += 1;
    else {
      const own = text === undefined ? row : await digest(text);
      const should = own && (await digest(linkText({ algorithm, chain, number, day, row: own, before })));
      if (should !== hash || number < expected) troubles.push({ what: "changed", number });
      else if (text === undefined && !quiet) troubles.push({ what: "removed", number });
    }
    before = hash;
    expected = number + 1;
  }

  const late = Date.parse(asOf) - HOURS_TO_BE_NUMBERED * HOUR_MS;
  const waiting = rows.filter(({ link }) => !link);
  // Where nothing has a number, looks from before there were chains are about to get theirs.
  for (const { at } of numbered.length > 0 ? waiting : [])
    if (at && Date.parse(at) < late) troubles.push({ what: "inserted", at });

  const seals = await sealsOf(numbered, { chain, proofs, roots, asOf }, digest);
  return { numbered: numbered.length, waiting: waiting.length, unknown, ...seals, troubles: [...troubles, ...seals.troubles] };
}

type Numbered = { link: NonNullable<Logged["link"]> };

/** The last row of each day has to be under the root of that day; the root is published in the first hours of the next one. */
async function sealsOf(
  numbered: readonly Numbered[],
  { chain, proofs, roots, asOf }: Omit<Given, "rows">,
  digest: Digest,
): Promise<Pick<Verdict, "sealed" | "sealedTo" | "troubles">> {
  const troubles: Trouble[] = [];
  const published = new Map<PlainDate, Root>();
  for (const root of roots) {
    const previous = published.get(plusDays(root.day, -1));
    const next = published.get(plusDays(root.day, 1));
    const fits = (!previous || previous.root === root.before) && (!next || next.before === root.root);
    if (!fits || (await digest(rootText(root))) !== root.root) troubles.push({ what: "seal", day: root.day });
    published.set(root.day, root);
  }
  const lastOf = new Map<PlainDate, Numbered["link"]>();
  for (const { link } of numbered) lastOf.set(link.day, link);
  const yesterday = plusDays(dateOf(asOf), -1);
  let sealed: Numbered["link"] | undefined;
  for (const [day, link] of lastOf) {
    const proof = proofs.find((one) => one.day === day);
    const root = published.get(day);
    if (!proof && day >= yesterday) continue; // not sealed yet
    const top = proof?.number === link.number && (await topOf(proof, { chain, number: link.number, link: link.hash }, digest));
    if (!root || top !== root.tree) troubles.push({ what: "seal", day });
    else if (!sealed || sealed.number < link.number) sealed = link;
  }
  for (const { day } of proofs) if (!lastOf.has(day)) troubles.push({ what: "seal", day }); // what was sealed then is not shown
  const days = troubles.filter((trouble, nth) => troubles.findIndex((other) => same(trouble, other)) === nth);
  return { sealed: sealed?.number ?? 0, ...(sealed && { sealedTo: sealed.day }), troubles: days };
}

const same = (a: Trouble, b: Trouble) => a.what === "seal" && b.what === "seal" && a.day === b.day;

async function topOf({ path }: Proof, leaf: { chain: Hash; number: number; link: Hash }, digest: Digest): Promise<Hash> {
  let hash = await digest(leafText(leaf));
  for (const step of path) {
    const other = step.slice(1);
    hash = await digest(step.startsWith("L") ? nodeText(other, hash) : nodeText(hash, other));
  }
  return hash;
}
