// Cache: what a build keeps for the next, so that it does again only what has to be done.
// In: what was looked at and what came of it. Out: the same, from a file that is believed only when whole.
