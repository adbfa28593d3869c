// Somebody who moves: what is typed into a simulator, and the transfer that comes of it.
import * as v from "valibot";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import type { CalendarYear, WorkingCalendar } from "../../shared/kernel/working-days.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { TransferWish } from "../../shared/transfer/contract.ts";
import { Relation, TransferKnown } from "../../shared/transfer/shown.ts";
import { planOf } from "../../shared/transfer/simulate.ts";
import { endsOf, type Situation } from "../../shared/transfer/situation.ts";
import { opened, step } from "../../shared/transfer/step.ts";
import type { Amounts, Plan, Side, Transfer, TransferEvent } from "../../shared/transfer/transfer.ts";
import { aPersonId, day, noon } from "../support/build.ts";
import { loaded } from "../support/policy.ts";

export const policy = openPolicy(loaded);
export const reckoning = { policy, calendar: loadedCalendar };
export const aReceipt = (nth = 0) => v.parse(Receipt, `AAAA-BBBB-${String(nth).padStart(4, "0")}`);

/** Every month of these years paid, on 5,000 yuan. */
export const aRelation = (differences: Partial<v.InferInput<typeof Relation>> & { paid?: [number, number] } = {}): Relation => {
  const { paid = [2020, 2025], ...others } = differences;
  const all = Array.from({ length: paid[1] - paid[0] + 1 }, (_, nth) => paid[0] + nth);
  return v.parse(Relation, {
    ...{ scheme: "110", region: "320100", from: `${paid[0]}-01`, status: "active", insuredAs: "employee" },
    years: Object.fromEntries(all.map((year) => [String(year), "pppppppppppp"])),
    wages: all.map((year) => ({ year, monthlyBase: 500_000, months: 12 })),
    ...{ personal: all.length * 12 * 40_000, unit: all.length * 12 * 80_000, subsidy: 0 },
    ...others,
  });
};

/** A man of 36 from Huainan, who has worked in Nanjing. */
export const aKnown = (differences: Partial<v.InferInput<typeof TransferKnown>> = {}): TransferKnown =>
  v.parse(TransferKnown, {
    ...{ closed: false, sex: "M", birth: "1990-05-01", hukou: "340422", residence: "340422", drawing: false },
    relations: [aRelation()],
    open: [],
    ...differences,
  });

type Given = Omit<Partial<Situation>, "wish"> & { wish?: Partial<v.InferInput<typeof TransferWish>> };

/** From Nanjing to Huainan, unless it is said. */
export const aSituation = ({ wish, ...others }: Given = {}): Situation => ({
  ...reckoning,
  known: aKnown(),
  today: day("2026-11-22"),
  wish: v.parse(TransferWish, { kind: "employee-pension", from: "320100", to: "340400", ...wish }),
  ...others,
});

/** As the worker opens it on 2 November 2026, a Monday. */
export function aTransfer(given: Given & { plan?: Partial<Plan>; on?: string; by?: typeof reckoning } = {}): Transfer {
  const { plan, on = "2026-11-02", by = reckoning, ...others } = given;
  const situation = aSituation({ today: day(on), ...others });
  const { wish } = situation;
  const application = { receipt: aReceipt(), personId: aPersonId(), kind: wish.kind, ...endsOf(wish), openedAt: noon(on) };
  return opened({ ...application, plan: { ...planOf(situation), ...plan } }, { as: "person" }, by);
}

export type Moved = { event: TransferEvent; at: string; as?: Side; note?: string; amounts?: Amounts; recordedOn?: string };

/** What comes of one step; by whoever may take it, unless it is said. */
export const tried = (transfer: Transfer, { event, at, as, note, amounts, recordedOn = at }: Moved, by = reckoning) => {
  const sides: Side[] = as ? [as] : ["new", "old", "person"];
  const happened = {
    event,
    at: day(at),
    note,
    amounts,
    by: { as: as ?? "new" },
    receipt: aReceipt(1),
    recordedAt: noon(recordedOn),
  };
  return step(transfer, happened, by, sides);
};

/** The same through many steps, each of which has to be legal. */
export const moved = (transfer: Transfer, ...steps: Moved[]): Transfer =>
  steps.reduce((so, one) => {
    const next = tried(so, one);
    if (!next.ok) throw new Error(`${one.event} from ${so.state}: ${next.refusal.map(({ code }) => code).join()}`);
    return next.value;
  }, transfer);

export const money = (account: number, pool = 0): Amounts => ({ account, pool, total: account + pool });

/** A calendar of which only these years are loaded; of them every Monday to Friday is worked, but for the days off. */
export const calendarOf =
  (years: Readonly<Record<string, Partial<CalendarYear>>>): WorkingCalendar =>
  (date) => {
    const year = years[date.slice(0, 4)];
    if (!year) return undefined;
    return !(year.holidays ?? []).includes(date) && ![0, 6].includes(new Date(date).getUTCDay());
  };
export const todayOf = ({ trail }: Transfer) => dateOf(trail[trail.length - 1]!.recordedAt);
