/** A name as a descriptor's: small letters without accents, digits, and hyphens for all else. */
export function slug(name: string): string {
	const plain = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z\d._-]{1,100}/g, "-");
	return plain.replace(/^-|-$/g, "") || "pack";
}
