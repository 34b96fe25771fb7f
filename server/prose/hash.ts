/** Two rounds of 32-bit FNV-1a (Fowler, Noll and Vo) with different seeds over texts one behind the other, as 16 hexadecimal digits. Not for security. */
export function hash64(...texts: readonly string[]): string {
	let a = 0x811c9dc5;
	let b = 0x9dc5811c;
	let before = 0;
	for (const text of texts) {
		for (let i = 0; i < text.length; i++) {
			const unit = text.charCodeAt(i);
			a = Math.imul(a ^ unit, 0x01000193);
			b = Math.imul(b ^ (unit + before + i), 0x01000193);
		}
		before += text.length;
	}
	return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
