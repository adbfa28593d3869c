// The box for pictures and PDFs with its words. A file of its own: nothing can be handed in without a network anyway.
import { evidenceSays } from "../../messages/evidence.ts";

export { openEvidence } from "../../evidence/box.ts";
export const says = evidenceSays.zh;
