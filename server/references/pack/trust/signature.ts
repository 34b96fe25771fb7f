import { type Phrase, phrase } from "../../../language/phrase.ts";

/** Both Node and browsers have them; the library's types name neither. */
declare const crypto: {
	readonly subtle: {
		importKey(format: "raw", key: Uint8Array, algorithm: "Ed25519", extractable: false, uses: readonly ["verify"]): Promise<unknown>;
		verify(algorithm: "Ed25519", key: unknown, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
	};
};
declare function atob(text: string): string;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Public keys of people whose signature counts, in minisign's form (`RWQ…`), by the name that their user gave them. */
export type TrustedKeys = Readonly<Record<string, string>>;

/** Who vouches, or why nobody does, as a phrase behind the name of the file. */
export type Vouching = { readonly by: string } | { readonly fault: Phrase };

/**
 * Whose signature a file bears. The format is minisign's (https://jedisct1.github.io/minisign/), the plain Ed25519 form that `minisign -S -l` writes: a
 * comment, algorithm `Ed` with key id and signature of the bytes, a trusted comment, and a signature of signature and trusted comment.
 */
export async function vouching(bytes: Uint8Array, signature: string, trusted: TrustedKeys): Promise<Vouching> {
	const lines = signature.split(/\r?\n/);
	const own = decoded(lines[1], 74);
	const outer = decoded(lines[3], 64);
	const comment = lines[2];
	const prefix = "trusted comment: ";
	if (!own || !outer || !comment?.startsWith(prefix))
		return { fault: phrase("has a signature that can't be read; sign it again with “minisign -S -l”") };
	if (own[0] === 0x45 && own[1] === 0x44)
		return { fault: phrase("has a signature in minisign's hashed form, which is not read here; sign it with “minisign -S -l”") };
	if (own[0] !== 0x45 || own[1] !== 0x64) return { fault: phrase("has a signature of an unknown kind; sign it with “minisign -S -l”") };
	const id = hex(own.subarray(2, 10));
	const made = own.subarray(10);
	let known: string | undefined;
	for (const [name, key] of Object.entries(trusted)) {
		const bytesOfKey = publicKey(key);
		if (!bytesOfKey || hex(bytesOfKey.subarray(2, 10)) !== id) continue;
		known = name;
		const imported = await crypto.subtle.importKey("raw", bytesOfKey.slice(10), "Ed25519", false, ["verify"]);
		const whole = new Uint8Array([...made, ...new TextEncoder().encode(comment.slice(prefix.length))]);
		if ((await crypto.subtle.verify("Ed25519", imported, made, bytes)) && (await crypto.subtle.verify("Ed25519", imported, outer, whole)))
			return { by: name };
	}
	return {
		fault:
			known === undefined
				? phrase("is signed with the key {0}, which is none of those you trust", idAsWritten(id))
				: phrase("bears the name of {0}, and the signature is not of this file: either was changed since it was signed", known),
	};
}

/** Why a text is no public key, as a phrase behind it; undefined when it is one. */
export function keyFault(key: string): string | undefined {
	return publicKey(key) ? undefined : "is no public key of minisign: it is the line of 56 letters that begins with RW";
}

function publicKey(key: string): Uint8Array | undefined {
	const bytes = decoded(key.trim(), 42);
	return bytes?.[0] === 0x45 && bytes[1] === 0x64 ? bytes : undefined;
}

function decoded(base64: string | undefined, length: number): Uint8Array | undefined {
	try {
		const bytes = Uint8Array.from(atob(base64?.trim() ?? ""), (letter) => letter.charCodeAt(0));
		return bytes.length === length ? bytes : undefined;
	} catch {
		return undefined;
	}
}

function hex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Minisign prints a key's id as a number, last byte first. */
function idAsWritten(id: string): string {
	return (id.match(/../g) ?? []).reverse().join("").toUpperCase();
}
