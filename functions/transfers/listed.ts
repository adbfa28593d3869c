// The step of a transfer that an agency has to take, where its desk finds it: a small item of the desk's list, written in the
// transaction that moves the transfer, gone when no agency has to act. Overdue, it stands in the superior's list too.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { DivisionCode, PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { type Transfer, TransferKind, TransferState } from "../../shared/transfer/transfer.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";

/** In whose list it stands: of the agency that has to act, or of the one above it. */
const List = v.picklist(["agency", "superior"]);
type List = v.InferOutput<typeof List>;

/** `region`: in whose list. `dueAt`: the day on which it began where no limit runs; `missing`: of it, what is not loaded. */
export const ListedStep = v.object({
  personId: PersonId,
  receipt: Receipt,
  list: List,
  kind: TransferKind,
  state: TransferState,
  region: DivisionCode,
  openedAt: Instant,
  dueAt: PlainDate,
  provisional: v.optional(v.literal(true)),
  missing: v.optional(v.string()),
  escalated: v.optional(v.literal(true)),
});
export type ListedStep = v.InferOutput<typeof ListedStep>;

const PREFIX = "TRANSFERSTEP#";
const keyOf = ({ personId, receipt, list }: Pick<ListedStep, "personId" | "receipt" | "list">): Item =>
  toAttributes({ pk: `PERSON#${personId}`, sk: `${PREFIX}${receipt}${list === "superior" ? "#superior" : ""}` });

export const isListedStep = (item: Item): boolean => item["sk"]?.S?.startsWith(PREFIX) ?? false;
export const readListedStep = (item: Item): ListedStep => v.parse(ListedStep, fromAttributes(item));

/** Where a transfer stands in lists: with the agency that has to act, and with the one above it once it is overdue. */
export function listed({ personId, receipt, kind, state, openedAt, step, escalated }: Transfer): ListedStep[] {
  if (!step.agency || (step.who !== "new" && step.who !== "old")) return [];
  const { dueAt = step.since, provisional, missing } = step;
  const same = {
    personId,
    receipt,
    kind,
    state,
    openedAt,
    dueAt,
    ...(provisional && { provisional }),
    ...(missing && { missing }),
  };
  const own: ListedStep = { ...same, list: "agency", region: step.agency, ...(escalated && { escalated: true }) };
  return escalated ? [own, { ...own, list: "superior", region: escalated.to }] : [own];
}

/** What belongs into the transaction that moves a transfer. `table`: the desk's. It leans on the condition of the transfer itself. */
export function stepItems(table: string, before: Transfer | undefined, after: Transfer): TransactWriteItem[] {
  const now = listed(after);
  const gone = (before ? listed(before) : []).filter(({ list }) => !now.some((one) => one.list === list));
  return [
    ...now.map((one) => ({
      Put: {
        TableName: table,
        Item: { ...keyOf(one), ...toAttributes({ ...one, dueRegion: `REGION#${one.region}` }) },
      },
    })),
    ...gone.map((one) => ({ Delete: { TableName: table, Key: keyOf(one) } })),
  ];
}
