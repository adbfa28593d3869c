// The box for pictures and PDFs, as pages fetch it while they read the record (web/evidence/later.ts).
export { openEvidence } from "../../evidence/box.ts";
