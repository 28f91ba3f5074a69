"""Packs: what a teacher or an editor hands out, in one file. Articles, questions on passages, the
scale, tags, what the colours mean, and the least that is asked of every claim."""
