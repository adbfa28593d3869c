// Puts each look of a person into that person's chain: numbered, with the hash of the row and of the link before. The row itself
// is never touched. Delivered twice, or by two at once, it gets there once: the number and the row have to be free.
import { ALGORITHM, type Hash, linkText, NOTHING_BEFORE } from "../../shared/access-log/chain.ts";
import { dateOf, type Instant, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import { Fault } from "../log.ts";
import type { Item } from "../register/table.ts";
import { transact } from "../transact.ts";
import { type Appending, append, fresh, itemsIn } from "./append.ts";
import { byStaffOf } from "./by-staff.ts";
import { itemOf, keyOf, type LinkItem, monthIn, partitionOf, read } from "./table.ts";
import { chainOf, sha256, textOf } from "./told.ts";

const TRIES = 5;
const FIRST = "LINK#";
const LAST = "LINK#~";

type Head = { number: number; hash: Hash; day?: PlainDate };
type Options = Appending & { now(): Instant };

export function chainsIn({ now, ...at }: Options) {
  const begun = new Set<string>(); // days and months that this process has noted already

  async function headOf(personId: PersonId): Promise<Head> {
    const asked = { from: FIRST, to: LAST, newestFirst: true, most: 1 };
    const [last] = await itemsIn(at, partitionOf.log(personId), asked);
    return last ? read.link(last) : { number: 0, hash: NOTHING_BEFORE };
  }

  /** What lies there and is in no chain: rows from before there were chains, and what the stream let fall. */
  async function unlinked(personId: PersonId): Promise<Item[]> {
    const [rows, links] = await Promise.all([
      itemsIn(at, `PERSON#${personId}`),
      itemsIn(at, partitionOf.log(personId), { from: FIRST, to: LAST }),
    ]);
    const known = new Set(links.map((link) => read.link(link).key));
    return rows.filter((row) => !known.has(row["sk"]?.S ?? "")).sort(byTime);
  }

  async function once(item: Item): Promise<void> {
    const id = `${item["pk"]?.S} ${item["sk"]?.S}`;
    if (begun.has(id)) return;
    await append(at, item);
    begun.add(id);
  }

  /** The link that it became; undefined: it was in the chain already, or somebody else was quicker and all has to be read again. */
  async function add(personId: PersonId, row: Item, head: Head): Promise<{ link: LinkItem } | "there" | "again"> {
    const today = dateOf(now());
    const day = head.day && head.day > today ? head.day : today; // clocks differ; a chain goes one way
    const place = { algorithm: ALGORITHM, chain: chainOf(personId), number: head.number + 1, day, row: sha256(textOf(row)) };
    const link: LinkItem = {
      number: place.number,
      day,
      algorithm: ALGORITHM,
      key: row["sk"]?.S ?? "",
      row: place.row,
      hash: sha256(linkText({ ...place, before: head.hash })),
    };
    const byStaff = byStaffOf(personId, row, place.row);
    // First that there is something to find; it harms nobody where then nothing is found.
    await once(keyOf.day(day));
    if (byStaff) await once(keyOf.active(byStaff.by, monthIn(byStaff.at)));
    try {
      await transact(at.client, [
        fresh(at.table, itemOf.link(personId, link)),
        fresh(at.table, itemOf.linked(personId, link)),
        fresh(at.table, itemOf.head(day, { personId, number: link.number, hash: link.hash })),
        ...(byStaff ? [fresh(at.table, itemOf.byStaff(byStaff))] : []),
      ]);
      return { link };
    } catch (error) {
      const [number, known] = reasonsOf(error).map(conditionFailed);
      if (known) return "there";
      if (number) return "again";
      throw error;
    }
  }

  /** One row, or at the first of a day all that lies there without a place. */
  return async function link(personId: PersonId, row: Item): Promise<void> {
    let head = await headOf(personId);
    const isFirstToday = head.day === undefined || head.day < dateOf(now());
    const waiting = isFirstToday ? await unlinked(personId) : [row];
    for (const one of waiting) {
      for (let tries = 1; ; tries++) {
        const added = await add(personId, one, head);
        if (added === "there") break;
        if (added !== "again") {
          head = added.link;
          break;
        }
        if (tries === TRIES) throw new Fault("audit.chain-moves");
        head = await headOf(personId);
      }
    }
  };
}

const byTime = (a: Item, b: Item) => ((a["at"]?.S ?? "") < (b["at"]?.S ?? "") ? -1 : 1);
