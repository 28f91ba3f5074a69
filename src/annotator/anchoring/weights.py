"""The numbers that decide, and why they are what they are.

Similarity is RapidFuzz's normalised indel similarity, 0 to 1. Unrelated English of 64 characters
reaches about 0.45 against itself by chance, one word in six replaced leaves about 0.85.
"""

QUOTE = 0.5
"""The words themselves count as much as everything around them."""
BEFORE = 0.22
AFTER = 0.22
"""Context on each side. Both sides together nearly outweigh the quote, so of two equal quotes the
one in its old surroundings wins, whichever comes first."""
PLACE = 0.06
"""How near to where it was: tells apart only what context leaves level."""

FUZZY_MIN = 20
"""Code points of the shortest quote that is matched fuzzily: shorter ones fit anywhere."""
SIMILAR = 0.7
"""A quote whose words changed must still be this alike."""
SUPPORTED = 0.62
"""Context this alike is the same context, edited; by chance it hardly gets above 0.55."""
SURE_SIDE = 0.85
"""One side this alike is enough for changed words; else both must be alike on average: formulas
("Everyone has the right to …") stand alike on one side of many passages."""
SEAM = 20
"""Code points of context on each side that, found joined, show what was between them cut out."""
ALMOST_SAME = 0.93
"""So alike, a long quote needs no context: a corrected letter, another dash."""
UNMISTAKABLE = 40
"""Code points of a quote long enough to trust without its context."""
NEARBY = 2_000
NEARBY_SHARE = 0.1
"""Code points, or share of the text if that is more: how near to its place a passage is believed
whose surroundings were rewritten on both sides."""
CLEARLY = 0.03
"""By how much the best place must beat the second; less is ambiguous."""
KEPT = 0.5
"""Share of a short quote that a diff must show unchanged to call it changed, not lost."""
SAME_PASSAGE = 0.55
"""A quote a diff has placed needs less likeness than one found by searching: its place is known."""
WIDEST_GAP = 4_000
"""Code points of new text in which a replaced passage is looked for: in more, the two texts have
too little in common for the diff to say anything."""
CANDIDATES = 5
"""Places named in an answer."""
OCCURRENCES = 500
"""Equal quotes that are weighed, those nearest to the old place; "the" stands in a book often."""
