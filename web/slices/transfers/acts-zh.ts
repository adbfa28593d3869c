import { formKit } from "../../messages/kit.ts";
import { transferFindings } from "../../messages/transfer-findings.ts";
import { transferActs } from "../../messages/transfers.ts";
import { actsIn } from "./acts.ts";

export const actsFor = actsIn({ ...formKit.zh, ...transferFindings.zh, ...transferActs.zh });
export const findings: Record<string, string> = transferFindings.zh;
