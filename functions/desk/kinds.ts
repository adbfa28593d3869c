// What stands in the list of a region, and where each kind of it lies. A further kind is one more entry here.
import type { ListedMatter } from "../../shared/desk/contract.ts";
import { decidersNeeded, type Task } from "../../shared/desk/task.ts";
import type { Work } from "../../shared/desk/work.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { fieldOfReview, fieldOfWork, mayBeListed } from "../../shared/privacy/may-read.ts";
import type { StaffId } from "../../shared/staff/staff.ts";
import type { ListedStep } from "../../shared/transfer/listed.ts";
import type { AliasSecret } from "../alias.ts";
import type { Item } from "../register/table.ts";
import { isVisit, read as readVisits } from "../visits/table.ts";
import { nameOf, nameOfTransfer } from "./names.ts";
import { isTask, isTransferStep, isWork, read } from "./table.ts";

/** An item as the list shows it: of whom it is about, nothing. */
export type Row = Omit<ListedMatter, "place"> & { region: DivisionCode };
export type Reader = { me: StaffId; secret: AliasSecret };
type Kind = { is: (item: Item) => boolean; shows: (item: Item, reader: Reader) => Row | undefined };

/** Partitions that are sorted by due date: of one division, or of a whole province, of which the list keeps what is asked for. */
export type Lane = { index?: "due"; partition: string; at: "dueRegion" | "pk"; by: "dueAt" | "sk" };
type Source = { lanesIn: (divisions: readonly DivisionCode[]) => Lane[]; kinds: readonly Kind[] };

const ofTask = (task: Task, { me, secret }: Reader): Row => ({
  name: nameOf(secret, { personId: task.personId, receipt: task.receipt }),
  what: "decide",
  // Why somebody is in need never stands in a list (handbook 12).
  ...(mayBeListed(fieldOfReview(task.kind)) && { kind: task.kind }),
  receipt: task.receipt,
  ...common(task, me),
  ...(task.proposed && { first: { by: task.proposed.by, at: task.proposed.at } }),
  deciders: decidersNeeded[task.kind],
  ...(task.papers && { papers: task.papers }),
  ...(task.objection && { objected: true as const }),
  ...(((task.because?.length ?? 0) > 0 || task.unproved || (task.others?.length ?? 0) > 0) && { doubtful: true as const }),
});

const ofWork = (work: Work, { me, secret }: Reader): Row => ({
  name: nameOf(secret, work),
  what: "do",
  ...(mayBeListed(fieldOfWork(work.work)) && { kind: work.work }),
  receipt: work.receipt,
  ...common(work, me),
});

/** The same name in both lists that it may stand in: who reads both sees it once. */
const ofTransfer = (step: ListedStep, { me, secret }: Reader): Row => {
  const { receipt, kind, state, escalated } = step;
  return {
    name: nameOfTransfer(secret, step),
    ...{ what: "transfer", receipt },
    ...common(step, me),
    transfer: { kind, state, ...(escalated && { escalated }) },
  };
};

const common = ({ region, openedAt, dueAt, provisional, missing, taken }: Task | Work | ListedStep, me: StaffId) => ({
  region,
  openedAt,
  dueAt,
  ...(provisional && { provisional: true as const }),
  ...(missing && { missing }),
  ...(taken && { taken: { by: taken.name, mine: taken.staffId === me } }),
});

const dueHere: Source = {
  lanesIn: (divisions) =>
    divisions.map((division) => ({ index: "due", partition: `REGION#${division}`, at: "dueRegion", by: "dueAt" })),
  kinds: [
    { is: isTask, shows: (item, reader) => ofTask(read.task(item), reader) },
    { is: isWork, shows: (item, reader) => ofWork(read.work(item), reader) },
    { is: isTransferStep, shows: (item, reader) => ofTransfer(read.transferStep(item), reader) },
    {
      is: isVisit,
      shows: (item) => {
        const { visit, division, dueAt, provisional } = readVisits.visit(item);
        if (!dueAt) return undefined;
        return { name: visit, what: "visit", region: division, dueAt, ...(provisional && { provisional }) };
      },
    },
  ],
};

const helpline: Source = {
  lanesIn: (divisions) =>
    [...new Set(divisions.map((division) => division.slice(0, 2)))].map((province) => ({
      partition: `HELPLINE#${province}`,
      at: "pk",
      by: "sk",
    })),
  kinds: [
    {
      is: (item) => item["sk"]?.S?.endsWith("#call-back") ?? false,
      shows: (item, { me }) => {
        const { ticket, region, dueAt, provisional, owner } = read.waiting(item);
        const about = { ...(provisional && { provisional: true as const }), ...(owner && { taken: { mine: owner === me } }) };
        return { name: ticket, what: "call-back", region, dueAt, ...about };
      },
    },
  ],
};

export const sources: readonly Source[] = [dueHere, helpline];
