import { openForms, readReceipts } from "../../../shared/visits/forms.ts";
import type { Row } from "./row.ts";
import { aVisit } from "./visits.ts";

const aboutVisit: Row["about"] = async (stage, by) => ({ params: { visit: (await aVisit(stage, by)).visit } });

export const rows: readonly Row[] = [
  { contract: readReceipts, reach: "place", answers: 200, about: aboutVisit },
  { contract: openForms, reach: "place", answers: 200, about: aboutVisit },
];
