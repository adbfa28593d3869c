import { ending, type Frame, framed } from "../http/frame.ts";
import { type EvidenceDeps, evidence } from "../routes/evidence.ts";

/** Pictures and PDFs have a function of their own: what people hand in is looked at where there is nothing to steal. */
export const createEvidence = (deps: Frame & EvidenceDeps) => ending(framed(deps).route("/", evidence(deps)));
