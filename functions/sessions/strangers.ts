import { newcomersIn } from "./newcomer.ts";
import { replacementIn } from "./replacement.ts";
import type { Tools } from "./sessions.ts";

/** Somebody without the registered phone, and somebody who is not registered. */
export const strangersIn = (tools: Tools) => ({ ...replacementIn(tools), ...newcomersIn(tools) });
