/** The call or the input was wrong: the message is the one line that says what, where and how to mend it. Ends in exit code 2. */
export class CallError extends Error {}
