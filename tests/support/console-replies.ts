// What staff-api says to the console, in every state that the page can be in. Shapes are held to the contracts.
import * as v from "valibot";
import { Caller, SearchReply, type Shown, TicketView, type Verification } from "../../shared/helpline/contract.ts";
import { replies } from "./check-replies.ts";

const TICKET = "G-1120-7K2M-94QX";
const at = "2026-11-20T12:00:00.000+08:00";

export const hereReply = {
  name: "测试一",
  workNumber: "6027",
  agency: "测试县12333",
  grants: [{ role: "agent", regions: [{ code: "340469", name: "测试县" }], until: "2027-12-31" }],
  idleMinutes: 30,
  endsAt: "2026-11-21T00:00:00.000+08:00",
};

export const aTicket = (more: Record<string, unknown> = {}): TicketView =>
  v.parse(TicketView, {
    ticket: TICKET,
    version: 1,
    state: "NEW",
    region: "340469",
    openedAt: at,
    callUntil: "2026-11-20T12:30:00.000+08:00",
    parts: [],
    dueAt: "2026-11-24",
    history: [{ state: "NEW", at }],
    may: ["answer"],
    about: "person",
    ...more,
  });

const shown: Shown = v.parse(v.any(), {
  name: "林*禾",
  number: "3404**********0010",
  docType: "RIC",
  county: { division: "340422", name: "安徽省淮南市寿县" },
  birthYear: 1903,
  status: "active",
});

const aSubmission = {
  receipt: "C7K2-94MD-61QX",
  slice: "change",
  item: "phone",
  status: "queued",
  history: [
    { status: "received", at },
    { status: "queued", at },
  ],
  asked: "199****5678",
  findings: [],
  withdrawable: false,
};

/** Taken, and on its way for weeks: where it is does not stand here. */
const anApplication = {
  ...aSubmission,
  ...{ receipt: "5PD2-5PD2-5PD2", slice: "transfer", item: "transfer.employee-pension", status: "applied" },
  history: [{ status: "applied", at }],
};

type Ask = Verification["asks"][number];
const ask = (question: Ask["question"], state: Ask["state"], worth?: number): Ask => ({
  question,
  state,
  ...(worth && { worth }),
});

export function aCaller(
  may: Caller["may"],
  verification: Partial<Verification> = {},
  more: Record<string, unknown> = {},
): Caller {
  const level = { nothing: 0, "yes-no": 1, all: 2 }[may];
  const record = replies.gap;
  return v.parse(Caller, {
    may,
    shown,
    tickets: [
      { ticket: "G-0212-0A1B-94QX", category: "query", state: "CLOSED", openedAt: "2026-02-12T10:00:00.000+08:00", mine: false },
    ],
    verification: {
      level,
      points: 0,
      needed: 2,
      asks: [
        ask("name", "right"),
        ask("number", "right"),
        ask("last-paid", "open", 1),
        ask("phone", "open", 0.5),
        ask("employer", "open", 0.5),
        ask("county", "open", 0.5),
      ],
      wrongLeft: 2,
      code: { state: "can-be-sent" },
      ...verification,
    },
    ...(may === "yes-no" && {
      insurances: ["pension", "medical", "unemployment", "injury", "maternity"].map((insurance, nth) => ({
        insurance,
        insured: nth < 2,
      })),
    }),
    ...(may === "all" && { record, submissions: [aSubmission, anApplication] }),
    ...more,
  });
}

export const aFound = (more: Record<string, unknown>): SearchReply & { opened: false } => ({
  opened: false,
  ...v.parse(SearchReply, { kind: "phone", found: [], ...more }),
});

const person = (ref: string, number: string) => ({ is: "person", ref, ...shown, number });
export const several = aFound({
  found: [person("7K2M-94QX-0A1B", "3404**********0010"), person("7K2M-94QX-0A1C", "3404**********0028")],
});
export const nobody = aFound({ kind: "number" });
export const elsewhere = aFound({
  kind: "number",
  found: [{ is: "elsewhere", province: { division: "320000", name: "江苏省" } }],
});
