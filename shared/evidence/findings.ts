/** Why a picture or PDF is not taken. The words are in web/messages/evidence.ts. */
export type EvidenceFinding =
  | "evidence.empty"
  | "evidence.wrong-type"
  | "evidence.damaged"
  | "evidence.too-many-pixels"
  | "evidence.too-many-pages"
  | "evidence.unpacks-too-large"
  | "evidence.encrypted"
  | "evidence.scripted"
  /** It belongs to something that was sent. */
  | "evidence.sent"
  /** Something else was put in its place at the same moment. */
  | "evidence.changed"
  /** A submission names what is not there for it, or no longer. */
  | "evidence.gone";
