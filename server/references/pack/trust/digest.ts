/** Both Node and browsers have it; the library's types name neither. */
declare const crypto: { readonly subtle: { digest(algorithm: "SHA-256", data: Uint8Array): Promise<ArrayBuffer> } };

/** The SHA-256 of some bytes, in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
	return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** UTF-8. Written out because the pure library knows no `TextEncoder`. */
export async function sha256OfAll(hashes: readonly string[]): Promise<string> {
	return sha256(Uint8Array.from(hashes.join(" "), (letter) => letter.charCodeAt(0) & 0xff));
}
