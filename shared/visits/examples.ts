// What the routes answer, for whoever builds against them: parsed by a test, so it stays true.
import type * as v from "valibot";
import type { CoverageReply } from "../households/contract.ts";
import type { VisitSheet, VisitView } from "./contract.ts";

export const exampleVisit: v.InferInput<typeof VisitView> = {
  visit: "7K3M-9Q2X-001",
  household: "Zk2vQ0pX3sB1uJ8mTn5eLw",
  short: "000017",
  village: "寿春镇东街村",
  state: "contacted",
  members: [
    {
      member: "1",
      relation: "02",
      why: ["not-insured", "not-confirmed"],
      outcome: "completed",
      outcomeAt: "2026-11-21T10:12:00.000+08:00",
      receipts: ["C7K2-94MD-61QX"],
    },
    {
      member: "2",
      relation: "10",
      why: ["not-confirmed"],
      ladder: { attempts: 1, needed: 3, next: "evening-or-weekend", notBefore: "2026-11-21T14:12:00.000+08:00" },
      receipts: [],
    },
  ],
  notes: [
    {
      step: "attempt",
      at: "2026-11-21T10:10:00.000+08:00",
      by: { name: "高原", workNumber: "V-0007" },
      seen: [{ member: "2", outcome: "not-home" }],
    },
    { step: "form", at: "2026-11-21T10:12:00.000+08:00", by: { name: "高原", workNumber: "V-0007" } },
  ],
};

export const exampleCoverage: v.InferInput<typeof CoverageReply> = {
  division: "340422",
  place: "安徽省淮南市寿县",
  village: "寿春镇东街村",
  asOf: "2026-11-22",
  households: [
    {
      household: "Zk2vQ0pX3sB1uJ8mTn5eLw",
      short: "000017",
      wanted: true,
      members: [
        {
          relation: "02",
          cells: { pension: "insured", medical: "insured", unemployment: "none", injury: "none", maternity: "none" },
          confirmed: true,
        },
        {
          relation: "10",
          cells: { pension: "open", medical: "open", unemployment: "none", injury: "none", maternity: "none" },
          confirmed: false,
          asked: true,
        },
      ],
    },
  ],
  totals: {
    households: 1,
    people: 2,
    confirmed: 1,
    wanted: 1,
    insurances: {
      pension: { insured: 1, stopped: 0, missing: 0, open: 1 },
      medical: { insured: 1, stopped: 0, missing: 0, open: 1 },
      unemployment: { insured: 0, stopped: 0, missing: 0, open: 0 },
      injury: { insured: 0, stopped: 0, missing: 0, open: 0 },
      maternity: { insured: 0, stopped: 0, missing: 0, open: 0 },
    },
  },
};

export const exampleSheet: v.InferInput<typeof VisitSheet> = {
  list: {
    list: "7K3M-9Q2X",
    division: "340422",
    place: "安徽省淮南市寿县",
    village: "寿春镇东街村",
    visitor: { staffId: "AAAAAAAAAAAAAAAAAAAAAQ", name: "高原", workNumber: "V-0007", agency: "寿县社会保险服务中心" },
    givenBy: { staffId: "AAAAAAAAAAAAAAAAAAAAAg", name: "余晓", workNumber: "H-0003", agency: "寿县社会保险服务中心" },
    givenAt: "2026-11-20T09:00:00.000+08:00",
    state: "open",
    households: 1,
    states: { assigned: 0, contacted: 1, visited: 0, checked: 0, confirmed: 0, returned: 0 },
  },
  takenAt: "2026-11-21T08:00:00.000+08:00",
  author: "q83vASNFZ4mrze8BI0Vnqw",
  draftKeys: ["kY0mC2…"],
  draftDays: 30,
  visits: [
    { ...exampleVisit, address: "安徽省淮南市寿县寿春镇东街村幸福路3号", people: [{ member: "2", unavailable: "elsewhere" }] },
  ],
};
