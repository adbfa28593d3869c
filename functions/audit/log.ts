// The log as its person reads it: every row as it lies in the table now, beside its place in the chain. What does not fit is not
// mended here: the person's own browser finds it.

import * as v from "valibot";
import type { Proof } from "../../shared/access-log/chain.ts";
import type { AccessLog, Logged } from "../../shared/access-log/contract.ts";
import { isQuiet, quietBecause } from "../../shared/access-log/quiet.ts";
import { dateOf, type Instant, Instant as Moment, PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { fromAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";
import { type Appending, itemsIn } from "./append.ts";
import { keyOf, type LinkItem, partitionOf, read } from "./table.ts";
import { chainOf, sha256, textOf } from "./told.ts";

export type ReadLog = ReturnType<typeof readLogIn>;
type Options = Appending & { now(): Instant };

/** The newest first, and few: somebody waits to read them. What comes after is for the check. */
const FIRST_PAGE = 50;
const FURTHER_PAGE = 400;
const PROOFS = 200;

const Told = v.object({ at: v.optional(Moment), purpose: v.optional(v.string()), quietUntil: v.optional(PlainDate) });

export function readLogIn({ now, ...at }: Options) {
  const rowsOf = async (personId: PersonId) =>
    new Map((await itemsIn(at, `PERSON#${personId}`)).map((row) => [row["sk"]?.S ?? "", row]));

  function logged(row: Item | undefined, link: LinkItem | undefined): Logged {
    const told = row && v.parse(Told, fromAttributes(row));
    const quiet = told &&
      isQuiet(told.quietUntil, dateOf(now())) && { until: told.quietUntil, because: quietBecause(told.purpose) };
    const hidden = quiet && { row: sha256(textOf(row)), quiet };
    const shown = row && { at: told?.at, text: textOf(row) };
    const removed = link && { row: link.row };
    return {
      ...(hidden || shown || removed),
      ...(link && { link: { number: link.number, day: link.day, algorithm: link.algorithm, hash: link.hash } }),
    };
  }

  return {
    /** What has no place yet comes with the first page. */
    async rows(personId: PersonId, before?: number): Promise<AccessLog> {
      const to = before === undefined ? "LINK#~" : keyOf.link(personId, before - 1)["sk"]?.S;
      const most = before === undefined ? FIRST_PAGE : FURTHER_PAGE;
      const [rows, items, linked] = await Promise.all([
        rowsOf(personId),
        itemsIn(at, partitionOf.log(personId), { from: "LINK#", ...(to && { to }), newestFirst: true, most }),
        before === undefined ? itemsIn(at, partitionOf.log(personId), { from: "ROW#", to: "ROW#~" }) : [],
      ]);
      const links = items.map(read.link);
      const placed = new Set(linked.map((item) => item["sk"]?.S?.slice("ROW#".length)));
      const waiting = before === undefined ? [...rows].filter(([key]) => !placed.has(key)).map(([, row]) => row) : [];
      const last = links.at(-1)?.number ?? 1;
      return {
        asOf: now(),
        chain: chainOf(personId),
        rows: [...waiting.map((row) => logged(row, undefined)), ...links.map((link) => logged(rows.get(link.key), link))],
        ...(last > 1 && { before: last }),
      };
    },

    async proofs(personId: PersonId, before?: PlainDate): Promise<{ proofs: Proof[]; before?: PlainDate }> {
      const to = before ? `PROOF#${plusDays(before, -1)}` : "PROOF#~";
      const items = await itemsIn(at, partitionOf.log(personId), { from: "PROOF#", to, newestFirst: true, most: PROOFS });
      const proofs = items.map(read.proof);
      const last = proofs.at(-1)?.day;
      return { proofs, ...(proofs.length === PROOFS && last && { before: last }) };
    },

    /** One row of theirs by the hash of its text: what somebody asks about. */
    async row(personId: PersonId, hash: string): Promise<Item | undefined> {
      return [...(await rowsOf(personId)).values()].find((row) => sha256(textOf(row)) === hash);
    },
  };
}
