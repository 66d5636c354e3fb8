// CArena: memory for libcmark's trees, given back all at once.
// In: requests of the thread's own, as from calloc, realloc and free. Out: blocks cut off large chunks.
//
// libcmark takes an allocator as three functions without a context, so that each thread has an arena.

#ifndef CHANCERY_ARENA_H
#define CHANCERY_ARENA_H

#include <stddef.h>

void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *block, size_t size);
/// Frees nothing: blocks end with their tree.
void arena_free(void *block);

/// Where the thread's arena stands: blocks cut from here on end when it is released.
typedef struct {
  void *chunk;
  size_t used;
} arena_mark;

arena_mark arena_here(void);
/// Gives back every block cut since the mark was taken. Marks are released in reverse order.
void arena_release(arena_mark mark);

#endif
