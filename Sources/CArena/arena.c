#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { alignment = 16, chunk_bytes = 1 << 18 };

typedef struct chunk {
  struct chunk *before;
  size_t size;
  size_t used;
  // Keeps the bytes that follow aligned.
  size_t padding;
} chunk;

static _Thread_local chunk *current;
/// The last chunk given back, kept for the next: most trees fit in one.
static _Thread_local chunk *spare;

static unsigned char *bytes_of(chunk *c) { return (unsigned char *)(c + 1); }

__attribute__((noinline)) static void *out_of_memory(void) {
  fputs("chancery: out of memory\n", stderr);
  abort();
}

static chunk *add_chunk(size_t least) {
  chunk *added;
  if (spare != NULL && spare->size >= least) {
    added = spare;
    spare = NULL;
  } else {
    // Chunks grow with what they hold, so that a large tree takes few.
    size_t size = current == NULL ? chunk_bytes : current->size * 2;
    if (size > (size_t)1 << 24) size = (size_t)1 << 24;
    if (size < least) size = least;
    added = malloc(sizeof(chunk) + size);
    if (added == NULL) return out_of_memory();
    added->size = size;
  }
  added->before = current;
  added->used = 0;
  return current = added;
}

/// Bytes that a block takes: before it stands its size, for `arena_realloc`.
static size_t whole_of(size_t size) {
  return ((size + alignment - 1) & ~(size_t)(alignment - 1)) + alignment;
}

/// Apart, so that the usual way stays short.
__attribute__((noinline)) static void *cut_from_new(size_t size) {
  if (size > SIZE_MAX / 2) return out_of_memory();
  chunk *c = add_chunk(whole_of(size));
  c->used = whole_of(size);
  unsigned char *block = bytes_of(c) + alignment;
  memcpy(block - alignment, &size, sizeof size);
  return block;
}

__attribute__((always_inline)) static inline void *cut(size_t size) {
  chunk *c = current;
  if (c == NULL) return cut_from_new(size);
  size_t room = c->size - c->used;
  // The first comparison keeps the second from overflowing.
  if (size > room || whole_of(size) > room) return cut_from_new(size);
  unsigned char *block = bytes_of(c) + c->used + alignment;
  c->used += whole_of(size);
  memcpy(block - alignment, &size, sizeof size);
  return block;
}

void *arena_calloc(size_t count, size_t size) {
  if (__builtin_mul_overflow(count, size, &size)) return out_of_memory();
  void *block = cut(size);
  return memset(block, 0, size);
}

void *arena_realloc(void *block, size_t size) {
  if (block == NULL) return cut(size);
  size_t old;
  memcpy(&old, (unsigned char *)block - alignment, sizeof old);
  if (size <= old) return block;
  // The block cut last grows where it stands.
  size_t reserved = whole_of(old) - alignment;
  chunk *c = current;
  size_t start = (size_t)((unsigned char *)block - bytes_of(c));
  if (bytes_of(c) <= (unsigned char *)block && start + reserved == c->used && size <= c->size - start) {
    size_t whole = whole_of(size) - alignment;
    if (whole <= c->size - start) {
      c->used = start + whole;
      memcpy((unsigned char *)block - alignment, &size, sizeof size);
      return block;
    }
  }
  void *grown = cut(size);
  memcpy(grown, block, old);
  return grown;
}

void arena_free(void *block) { (void)block; }

arena_mark arena_here(void) {
  arena_mark mark = {current, current == NULL ? 0 : current->used};
  return mark;
}

void arena_release(arena_mark mark) {
  while (current != mark.chunk) {
    chunk *last = current;
    current = last->before;
    if (spare == NULL || spare->size < last->size) {
      chunk *other = spare;
      spare = last;
      last = other;
    }
    // What a large tree took goes back to the system.
    if (last != NULL) free(last);
    if (spare->size > (size_t)1 << 22) {
      free(spare);
      spare = NULL;
    }
  }
  if (current != NULL) current->used = mark.used;
}
