/** Whether a place that a setting or a call names is a database's address, not a folder. */
export function isDatabase(place: string): boolean {
	return /^postgres(?:ql)?:/i.test(place.trim());
}
