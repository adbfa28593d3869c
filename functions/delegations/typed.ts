// Who is at the desk, by the number and the name on the card that they show.
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { sameName } from "../../shared/kernel/names.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { readWho } from "../../shared/session/who.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { StaffDeps } from "../staff-app.ts";

const REASON = "家人替办社保：看过双方的证件和材料";
const REASON_END = "取消家人替办：看过证件";

type Typed = { number: string; name: string };
/** `side`: where it was typed, and `task`: for whose sake the record may be opened that is of other places. */
type Of = { side?: "giver" | "delegate" | "who"; task?: DivisionCode | undefined };
type Found =
  | { wait: number; record?: undefined; findings?: undefined }
  | { wait?: undefined; findings?: Finding[]; record?: RecordPage };

/** They have to be of this desk's places. */
export const typedIn =
  ({ openAs, finder }: Pick<StaffDeps, "openAs" | "finder">) =>
  async (here: StaffHere, typed: Typed, today: PlainDate, { side = "who", task }: Of = {}): Promise<Found> => {
    const who = readWho(typed, today);
    if (!who.ok) return { findings: who.refusal.map(({ code, path }) => finding(code, side, ...path)) };
    const reason = side === "who" ? REASON_END : REASON;
    for (const id of await (await finder()).people({ kind: "number", documents: who.value.documents })) {
      const opened = await openAs(here, id, { roles: ["handler"], purpose: "task", reason, task });
      if (opened.is === "too-many") return { wait: opened.retryAfterSeconds };
      if (opened.is === "elsewhere") return { findings: [finding("delegation.elsewhere", side)] };
      if (opened.is === "here" && isThey(opened.record, who.value.name)) return { record: opened.record };
    }
    return { findings: [finding("delegation.nobody", side)] };
  };

const isThey = ({ registration }: RecordPage, name: string): boolean =>
  registration.status === "active" && sameName(registration.identity.name, name);
