/** Why two were not made one. The words are messages `people_duplicate_refused_<reason>`. */
export interface MergeRefusal {
	readonly reason: 'merge_self' | 'merge_roles';
}
