// Who is at the desk, by the number and the name on the card that they show.
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { sameName } from "../../shared/kernel/names.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { readWho } from "../../shared/session/who.ts";
import { grantFor, regionsOf } from "../../shared/staff/regions.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { StaffDeps } from "../staff-app.ts";

/** As the person reads it, by where they were typed. */
const begins = "家人替办社保：看过双方的证件和材料";
const court = "法院撤销、限制监护：看过裁判文书";
const reasons = { giver: begins, delegate: begins, who: "取消家人替办：看过证件", ward: court, guardian: court } as const;

type Typed = { number: string; name: string };
type Side = keyof typeof reasons;
/** `side`: where it was typed, and `task`: for whose sake the record may be opened that is of other places. */
type Of = { side?: Side; task?: DivisionCode | undefined };
type Found =
  | { wait: number; record?: undefined; findings?: undefined }
  | { wait?: undefined; findings?: Finding[]; record?: RecordPage };

/** They have to be of this desk's places. */
export const typedIn =
  ({ openAs, finder }: Pick<StaffDeps, "openAs" | "finder">) =>
  async (here: StaffHere, typed: Typed, today: PlainDate, { side = "who", task }: Of = {}): Promise<Found> => {
    const who = readWho(typed, today);
    if (!who.ok) return { findings: who.refusal.map(({ code, path }) => finding(code, side, ...path)) };
    const reason = reasons[side];
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

type Both = { wait: number } | { findings: Finding[] } | { records: [RecordPage, RecordPage] };

/**
 * Two people: the first has to be of this desk's places, and for their sake the other one is found wherever they are. Whoever sees the
 * papers is neither: they have nothing to gain by them.
 */
export const bothTypedIn = (deps: Pick<StaffDeps, "openAs" | "finder">) => {
  const find = typedIn(deps);
  return async <A extends Side, B extends Side>(
    here: StaffHere,
    typed: Record<A | B, Typed>,
    [first, second]: [A, B],
    today: PlainDate,
  ): Promise<Both> => {
    const one = await find(here, typed[first], today, { side: first });
    if (!one.record) return one.wait ? { wait: one.wait } : { findings: one.findings ?? [] };
    const task = regionsOf(one.record).find((region) => grantFor(here, ["handler"], [region]));
    const other = await find(here, typed[second], today, { side: second, task });
    if (!other.record) return other.wait ? { wait: other.wait } : { findings: other.findings ?? [] };
    const own = [one.record, other.record].findIndex(({ registration }) => registration.personId === here.member.personId);
    if (own >= 0) return { findings: [finding("desk.own-record", own === 0 ? first : second)] };
    return { records: [one.record, other.record] };
  };
};
