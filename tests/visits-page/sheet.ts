// A list of made-up households as the office gives it out.
import type * as v from "valibot";
import type { VisitSheet } from "../../shared/visits/contract.ts";

type Sheet = v.InferInput<typeof VisitSheet>;
type Visit = Sheet["visits"][number];
type Form = NonNullable<Visit["people"][number]["form"]>;

const insurances = ["pension", "medical", "unemployment", "injury", "maternity"] as const;

export const aForm = (name: string, more: Partial<Form> = {}): Form => ({
  form: "2026-11-22",
  today: "2026-11-22",
  person: { name, sex: "F", birth: "1903-05-06", docType: "RIC", number: "3404**********0126", status: "active" },
  card: { source: "insured-340422", asOf: "2026-01-01", hasCard: true },
  hukou: { source: "insured-340422", asOf: "2026-01-01", division: "340422", text: "安徽省淮南市寿县寿春镇****" },
  residence: { source: "resident", asOf: "2026-01-01", division: "340422", text: "安徽省淮南市寿县寿春镇****" },
  mobile: { source: "resident", asOf: "2026-01-01", masked: "154****0002" },
  work: { source: "resident", asOf: "2026-01-01", without: "FLEXIBLE" },
  insurances: insurances.map((insurance) => ({
    insurance,
    insured: insurance === "medical",
    options: insurance === "medical" ? ["RESIDENT"] : [],
    places: [],
  })),
  required: { FLEXIBLE: [], UNEMPLOYED: [], EMPLOYED: ["pension", "medical", "unemployment", "injury", "maternity"] },
  places: [],
  ...more,
});

const colleague = { staffId: "AAAAAAAAAAAAAAAAAAAAAQ", name: "高原", workNumber: "V-0007", agency: "寿县社会保险服务中心" };

const visit = (nth: number, forms: readonly Form[], more: Partial<Visit> = {}): Visit => ({
  visit: `7K3M-9Q2X-00${nth}`,
  household: `Zk2vQ0pX3sB1uJ8mTn5eL${nth}`,
  short: `00001${nth}`,
  village: "寿春镇东街村",
  state: "assigned",
  address: `安徽省淮南市寿县寿春镇东街村幸福路${nth}号`,
  members: forms.map((_, at) => ({
    member: String(at + 1),
    relation: ["02", "10", "20"][at] ?? "30",
    why: at === 0 ? ["not-insured", "not-confirmed"] : ["not-confirmed"],
    receipts: [],
  })),
  notes: [],
  people: forms.map((form, at) => ({ member: String(at + 1), form })),
  ...more,
});

export const aSheet = (): Sheet => ({
  list: {
    ...{ list: "7K3M-9Q2X", division: "340422", place: "安徽省淮南市寿县", village: "寿春镇东街村" },
    ...{ visitor: colleague, givenBy: { ...colleague, staffId: "AAAAAAAAAAAAAAAAAAAAAg", name: "余晓" } },
    ...{ givenAt: "2026-11-20T09:00:00.000+08:00", until: "2099-12-31", state: "open", households: 3 },
    states: { assigned: 2, contacted: 1, visited: 0, checked: 0, confirmed: 0, returned: 0 },
  },
  takenAt: "2026-11-21T08:00:00.000+08:00",
  author: "q83vASNFZ4mrze8BI0Vnqw",
  draftKeys: [Buffer.alloc(32, "k").toString("base64url")],
  draftDays: 30,
  visits: [
    visit(1, [aForm("林*禾"), aForm("张*")]),
    visit(2, [aForm("王*"), aForm("王*明")], {
      state: "contacted",
      members: [
        { member: "1", relation: "02", why: ["stopped"], outcome: "completed", receipts: ["C7K2-94MD-61QX"] },
        {
          ...{ member: "2", relation: "10", why: ["not-confirmed", "asked"], receipts: [] },
          ladder: { attempts: 1, needed: 3, next: "evening-or-weekend", notBefore: "2099-11-21T14:12:00.000+08:00" },
        },
      ],
    }),
    visit(3, [aForm("欧**试", { card: undefined, work: undefined, hukou: undefined })], {
      state: "returned",
      reason: "地址没有写全",
    }),
  ],
});
