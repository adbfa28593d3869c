// What a visitor has on the tablet for the office: a form, or what happened at a door. Nothing here touches a page or a tablet.
import * as v from "valibot";

/**
 * `filling` being filled in · `ready` finished, waits for a network · `sent` it left, and no answer came yet · `received` its
 * receipt is here · `refused` it came back with what is to be mended. The first two are "on this tablet" only.
 */
export const Stage = v.picklist(["filling", "ready", "sent", "received", "refused"]);
export type Stage = v.InferOutput<typeof Stage>;

const Finding = v.object({ code: v.string(), path: v.array(v.string()) });

export const Item = v.object({
  /** The Idempotency-Key, minted when it was opened: however often it is sent, it is received once. */
  key: v.string(),
  kind: v.picklist(["form", "found", "event"]),
  /** Who filled it in, whoever is signed in when there is a network again. */
  author: v.string(),
  /** Which household's (shared/visits/ids.ts). */
  visit: v.string(),
  /** Which of them; missing: of the whole household, or somebody whom the list does not know. */
  member: v.optional(v.string()),
  /** Masked, as the list shows it. */
  label: v.string(),
  /** Of the questions. */
  version: v.string(),
  openedAt: v.number(),
  stage: Stage,
  /** By name of field. */
  typed: v.record(v.string(), v.string()),
  /** As it goes out: fixed once it is finished. */
  body: v.optional(v.unknown()),
  receipt: v.optional(v.string()),
  /** What became of it after it was received. */
  status: v.optional(v.string()),
  findings: v.optional(v.array(Finding)),
  /** What was written into an older version of the form, for copying. */
  before: v.optional(v.array(v.string())),
});
export type Item = v.InferOutput<typeof Item>;

const leadsTo = {
  filling: ["filling", "ready"],
  ready: ["filling", "sent"],
  sent: ["sent", "ready", "received", "refused"],
  received: ["received"],
  refused: ["filling", "ready"],
} as const satisfies Record<Stage, readonly Stage[]>;

export const mayBecome = (item: Item, stage: Stage): boolean => leadsTo[item.stage].some((next) => next === stage);

/** Nothing is sent that is not finished, and what has its receipt is not sent again. */
export const isDue = ({ stage }: Item): boolean => stage === "ready" || stage === "sent";
export const isOnTabletOnly = ({ stage }: Item): boolean => stage === "filling" || stage === "ready" || stage === "refused";
/** What left may have arrived: as long as nobody knows, nobody changes it. */
export const mayBeEdited = (item: Item): boolean => isOnTabletOnly(item);
/** Only what has its receipt may go from the tablet. */
export const mayBeDropped = ({ stage }: Item): boolean => stage === "received";

/** The states that a visitor reads. What the register did with it comes after the receipt. */
export type Shown = "here" | "sent" | "received" | "applied" | "refused";
const afterReceipt: Readonly<Record<string, Shown>> = { applied: "applied", refused: "refused", overtaken: "refused" };

export function shownAs({ stage, status = "" }: Pick<Item, "stage" | "status">): Shown {
  if (stage === "received") return afterReceipt[status] ?? "received";
  return stage === "sent" || stage === "refused" ? stage : "here";
}

export const counted = (items: readonly Pick<Item, "stage" | "status">[]): Record<Shown, number> => {
  const counts = { here: 0, sent: 0, received: 0, applied: 0, refused: 0 };
  for (const item of items) counts[shownAs(item)]++;
  return counts;
};

/** A form whose questions changed: an answer may mean something else there. What people wrote themselves is kept for copying. */
export function renewed(item: Item, version: string): Item {
  if (item.kind !== "form" || item.version === version || !isOnTabletOnly(item)) return item;
  const { body: _, findings: __, ...rest } = item;
  const written = Object.values(item.typed).filter(isWritten);
  return { ...rest, version, stage: "filling", typed: {}, before: [...new Set([...(item.before ?? []), ...written])] };
}

/** A choice is a code, which tells nobody anything. */
const isWritten = (value: string) => /\P{ASCII}|\s|\d{4}/u.test(value) && !/^(?:\d{6}|\d{9})$/.test(value);

/** In the order in which they were opened: what was said at a door first arrives first. */
export const inOrder = (items: readonly Item[]): Item[] => [...items].sort((a, b) => a.openedAt - b.openedAt);
