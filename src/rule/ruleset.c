// Reading a compiled rule set: words, the trie of names, sets.
#include "rule/ruleset.h"

uint32_t akt_ruleset_word(const akt_ruleset *rules, akt_span folded) {
  return akt_intern_find(&rules->words_text, folded);
}

uint32_t akt_ruleset_step(const akt_ruleset *rules, uint32_t node, uint32_t word) {
  if (!rules->trie.capacity)
    return AKT_NONE;
  uint64_t key = ((uint64_t)node << 32) | word;
  uint32_t mask = rules->trie.capacity - 1;
  for (uint32_t i = (uint32_t)akt_hash_mix(key, 0) & mask;; i = (i + 1) & mask) {
    if (rules->trie.values[i] == AKT_NONE)
      return AKT_NONE;
    if (rules->trie.keys[i] == key)
      return rules->trie.values[i];
  }
}

bool akt_wordset_has(const akt_ruleset *rules, uint32_t set, uint32_t word) {
  if (set == AKT_NONE || word == AKT_NONE)
    return false;
  const akt_wordset *s = &rules->wordsets.items[set];
  uint32_t low = 0, high = s->words.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (s->words.items[middle] < word)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->words.count && s->words.items[low] == word;
}

bool akt_kind_is(const akt_ruleset *rules, uint32_t kind, uint32_t ancestor) {
  if (kind == AKT_NONE || ancestor == AKT_NONE)
    return false;
  return (rules->kinds.items[kind].ancestors >> ancestor & 1) != 0;
}
