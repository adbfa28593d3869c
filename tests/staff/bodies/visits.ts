import { allKept } from "../../registration/form.ts";

/** Right bodies for the routes of household visits; who is meant and whose word it is, the rows put in. */
export const noted = (at: string) => ({ event: "contacted", at });
export const filled = (filledAt: string) => ({ member: "1", filledAt, seen: [], form: allKept });
export const found = (number: string) => ({
  docType: "RIC",
  number,
  name: "陈小满",
  residence: { division: "340403", lines: "龙泉街道学院路8号" },
  status: "UNEMPLOYED",
  relation: "50",
});
