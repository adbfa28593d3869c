// Every earlier day is closed by one root over the chains that grew on it and over the root before. In the order of the days, also
// those on which nothing grew; done twice it comes to the same, and a day that was missed is done with the next.
import { ALGORITHM, type Hash, leafText, NOTHING_BEFORE, type Root, rootText } from "../../shared/access-log/chain.ts";
import { dateOf, type Instant, instantAt, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import { Fault } from "../log.ts";
import { type Appending, append, itemsIn } from "./append.ts";
import { pathOf, topOf, treeOver } from "./merkle.ts";
import { type HeadItem, itemOf, partitionOf, read, SHARDS } from "./table.ts";
import { chainOf, sha256 } from "./told.ts";

/** A link that was begun before midnight is there by then: `audit` works for a minute at most. */
export const CLOSED_AFTER_MINUTES = 15;
const AT_ONCE = 25;

type Options = Appending & { putRoot(root: Root): Promise<void>; now(): Instant };

export function sealsIn({ putRoot, now, ...at }: Options) {
  async function newest(): Promise<Root | undefined> {
    const [item] = await itemsIn(at, partitionOf.roots(), { newestFirst: true, most: 1 });
    return item && read.root(item);
  }

  async function firstDay(last: PlainDate): Promise<PlainDate> {
    const [item] = await itemsIn(at, partitionOf.days(), { most: 1 });
    const first = item && read.day(item);
    return first && first < last ? first : last;
  }

  /** Of every chain that grew that day where it ended, in an order that says nothing about anybody. */
  async function headsOf(day: PlainDate): Promise<(HeadItem & { chain: Hash })[]> {
    const items = await Promise.all(SHARDS.map((shard) => itemsIn(at, partitionOf.heads(day, shard))));
    const last = new Map<string, HeadItem>();
    for (const head of items.flat().map(read.head)) {
      const known = last.get(head.personId);
      if (!known || known.number < head.number) last.set(head.personId, head);
    }
    const heads = [...last.values()].map((head) => ({ ...head, chain: chainOf(head.personId) }));
    return heads.sort((a, b) => (a.chain < b.chain ? -1 : 1));
  }

  async function sealDay(day: PlainDate, before: Hash): Promise<Root> {
    const heads = await headsOf(day);
    const levels = treeOver(heads.map(({ chain, number, hash }) => sha256(leafText({ chain, number, link: hash }))));
    // The proofs first: where there is a root, nobody waits for theirs.
    for (let nth = 0; nth < heads.length; nth += AT_ONCE)
      await Promise.all(
        heads
          .slice(nth, nth + AT_ONCE)
          .map(({ personId, number }, more) =>
            append(at, itemOf.proof(personId, { day, number, path: pathOf(levels, nth + more) })),
          ),
      );
    const body = { algorithm: ALGORITHM, day, heads: heads.length, tree: topOf(levels), before };
    const root: Root = { ...body, root: sha256(rootText(body)) };
    const isNew = await append(at, itemOf.root(root));
    if (!isNew && (await newest())?.root !== root.root) throw new Fault("seal.other-root");
    await putRoot(root);
    return root;
  }

  /** The days that it closed. */
  return async function seal(): Promise<PlainDate[]> {
    const last = await newest();
    if (last) await putRoot(last); // it may have been put to the table, and no further
    const open = dateOf(instantAt(Date.parse(now()) - CLOSED_AFTER_MINUTES * 60_000));
    const until = plusDays(open, -1);
    const closed: PlainDate[] = [];
    let before = last?.root ?? NOTHING_BEFORE;
    for (let day = last ? plusDays(last.day, 1) : await firstDay(until); day <= until; day = plusDays(day, 1)) {
      before = (await sealDay(day, before)).root;
      closed.push(day);
    }
    return closed;
  };
}
