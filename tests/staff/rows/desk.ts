import {
  decideMatter,
  finishMatter,
  listColleagues,
  listMatters,
  objectToMatter,
  openMatter,
  passMatter,
  readMatterEvidence,
  returnMatter,
  revealInMatter,
} from "../../../shared/desk/contract.ts";
import { aMatter, aWork } from "../../desk/matters.ts";
import type { Row } from "./row.ts";

const about =
  (body?: unknown): Row["about"] =>
  async ({ client }) => ({ params: { task: (await aMatter(client)).name }, ...(body !== undefined && { body }) });

export const rows: readonly Row[] = [
  { contract: listMatters, reach: "own", about: () => ({}), answers: 200 },
  { contract: openMatter, reach: "place", about: about(), answers: 200 },
  { contract: listColleagues, reach: "place", about: about(), answers: 200 },
  { contract: passMatter, reach: "place", about: about({ to: "me" }) },
  { contract: decideMatter, reach: "place", about: about({ verdict: "refused", reason: "材料看不清" }) },
  { contract: returnMatter, reach: "place", about: about({ reason: "照片不是这个人的" }) },
  { contract: objectToMatter, reach: "place", about: about({ note: "家里人说没有这回事" }), answers: 204 },
  {
    contract: finishMatter,
    reach: "place",
    about: async ({ client }) => ({ params: { task: (await aWork(client)).name }, body: { note: "已转劳动监察" } }),
    answers: 204,
  },
  { contract: revealInMatter, reach: "place", about: about({ field: "number", reason: "compare" }), answers: 200 },
  {
    contract: readMatterEvidence,
    reach: "place",
    about: async ({ client }) => {
      const { name, evidence } = await aMatter(client);
      return { params: { task: name, id: evidence } };
    },
    answers: 200,
  },
];
