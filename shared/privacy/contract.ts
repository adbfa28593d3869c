import * as v from "valibot";
import { NOTICE_VERSION } from "./notice.ts";

/** That the notice was shown and read to its end. Said twice it is one; it lets nobody in and keeps nobody out. */
export const noteNotice = {
  method: "POST",
  path: "/privacy/notices",
  title: "I have read the privacy notice of this version",
  signedIn: true,
  body: v.strictObject({ version: v.literal(NOTICE_VERSION) }),
  status: 204,
} as const;
