import { transferKinds } from "../../messages/transfer.ts";
import { applySays } from "../../messages/transfer-apply.ts";
import { transferFindings } from "../../messages/transfer-findings.ts";
import { planningIn } from "./plan.ts";

export const planningOf = planningIn({ ...transferFindings.zh, ...transferKinds.zh, ...applySays.zh });
