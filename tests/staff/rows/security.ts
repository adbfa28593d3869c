import { appoint, endGrant, endSessionOf, listSessionsOf, reviewGrants } from "../../../shared/security/contract.ts";
import { staffIdOf } from "../../support/staff.ts";
import type { Row, Stage } from "./row.ts";

let nth = 0;

/** A handler of HOME, who may be looked at and whose role may be ended. */
const somebody = async (stage: Stage) => (await stage.another("handler")).member.staffId;

export const rows: readonly Row[] = [
  { contract: reviewGrants, reach: "own", about: () => ({}) },
  {
    contract: appoint,
    reach: "place",
    answers: 201,
    elsewhere: 422, // a place that is not theirs to give
    about: (stage) => ({
      body: {
        staffId: staffIdOf(`appointed ${++nth}`),
        workNumber: `M${nth}`,
        name: "任新岗",
        agency: "测试县社保中心",
        role: "handler",
        regions: ["340469"],
        until: stage.staff.today().replace(/-.*/, "-12-31"),
      },
    }),
  },
  {
    contract: endGrant,
    reach: "place",
    about: async (stage) => ({ params: { staff: await somebody(stage), role: "handler" } }),
  },
  { contract: listSessionsOf, reach: "place", about: async (stage) => ({ params: { staff: await somebody(stage) } }) },
  {
    contract: endSessionOf,
    reach: "place",
    about: async (stage) => {
      const { member } = await stage.another("handler");
      const [session] = await stage.staff.staff.sessionsOf(member.staffId);
      return { params: { staff: member.staffId, session: session!.sessionId } };
    },
  },
];
