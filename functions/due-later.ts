// What is loaded only when it is asked for. In staff-api due.ts is there from the start: whoever imports that by a name of its own in
// passing would make each start read one file more.
export { dueBy } from "./due.ts";
