import type { Submission } from "../submission.ts";

/** Whether an agency says it of a transfer: nobody sent it who waits for an answer, and it stands on the transfer's own page. */
export const isAgencysStep = (
  content: Submission["content"] | undefined,
): content is Extract<Submission["content"], { slice: "transfer-step" }> =>
  content?.slice === "transfer-step" && content.by.as !== "person";
