"""Marks on whatever shows the article: how they look, their ends, what is said of them."""
