/** Something the person at the keyboard can put right. It is shown as one line, without a stack. */
export class Complaint extends Error {}
